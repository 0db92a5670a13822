-- Holds as filed, or as they still wait to be filed; their ends likewise.
with held as (
    select member_id as member, number, outlet_id, card_number, business_date, points, amount, currency, reference, expires, available_after,
           posted_at
      from redemption
     where business_date = :date
       and reference = :reference
       and outlet_id = :outlet
     union all
    select w.member_id, w.number, (w.note ->> 'o')::integer, w.note ->> 'c', (w.note ->> 'b')::date, (w.note ->> 'p')::bigint,
           (w.note ->> 'a')::numeric, w.note ->> 'u', w.note ->> 'r', (w.note ->> 'x')::timestamptz, (w.note ->> 'e')::bigint,
           (w.note ->> 'i')::timestamptz
      from coalition.redemptions_waiting(:outlet, :date, :reference) as w
)
select held.*, ended.*
  from held
  left join lateral (select e.state, e.business_date as ended_on, e.outlet_id as ended_outlet_id, e.reference as ended_reference,
                            e.points as ended_points, e.amount as ended_amount, e.currency as ended_currency,
                            e.available_after as ended_available_after, e.posted_at as ended_at
                       from redemption_end as e
                      where e.member_id = held.member
                        and e.number = held.number
                      union all
                     select w.note ->> 's', (w.note ->> 'b')::date, coalesce((w.note ->> 'o')::integer, 0), coalesce(w.note ->> 'r', ''),
                            (w.note ->> 'p')::bigint, (w.note ->> 'a')::numeric, w.note ->> 'u', (w.note ->> 'e')::bigint,
                            (w.note ->> 'i')::timestamptz
                       from coalition.hold_end_waiting(held.member, held.number) as w) as ended on true
 order by held.number desc
 limit :limit
