-- Purchases and redemptions by their numbers, as filed, or as they still wait to be; what came back of them likewise.
with wanted as (
    select member_id, number
      from unnest(:members, :numbers) as asked (member_id, number)
), known as (
    select p.member_id, p.number, p.card_number, p.amount, p.currency, p.points, true as is_purchase
      from wanted
      join purchase as p using (member_id, number)
     union all
    select wanted.member_id, w.number, w.note ->> 'c', (w.note ->> 'a')::numeric, w.note ->> 'u', (w.note ->> 'p')::bigint, true
      from coalition.message_waiting('purchase-posted', :numbers) as w
      join wanted on wanted.number = w.number
     union all
    select r.member_id, r.number, r.card_number, r.amount, r.currency, r.points, false
      from wanted
      join redemption as r using (member_id, number)
     union all
    select wanted.member_id, w.number, w.note ->> 'c', (w.note ->> 'a')::numeric, w.note ->> 'u', (w.note ->> 'p')::bigint, false
      from coalition.message_waiting('redemption-held', :numbers) as w
      join wanted on wanted.number = w.number
)
select member_id, number, card_number, amount, currency, points,
       case when is_purchase
            then not exists (select
                               from purchase_reversal as r
                              where r.member_id = known.member_id
                                and r.number = known.number
                                and r.is_last)
             and not exists (select
                               from coalition.reversals_waiting(known.member_id, known.number) as w
                              where coalesce((w.note ->> 'f')::boolean, true))
            else points > coalesce((select sum(r.points)
                                      from redemption_return as r
                                     where r.member_id = known.member_id
                                       and r.number = known.number), 0)
                          + coalesce((select sum((w.note ->> 'p')::bigint)
                                        from coalition.redemption_returns_waiting(known.member_id, known.number) as w), 0)
       end as stands
  from known
