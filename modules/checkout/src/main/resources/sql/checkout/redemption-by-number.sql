-- The hold as filed, or as it still waits to be filed; its end likewise.
with held as (
    select number, outlet_id, card_number, business_date, points, amount, currency, reference, expires, available_after, posted_at
      from redemption
     where member_id = :member
       and number = :number
     union all
    select w.number, (w.note ->> 'o')::integer, w.note ->> 'c', (w.note ->> 'b')::date, (w.note ->> 'p')::bigint,
           (w.note ->> 'a')::numeric, w.note ->> 'u', w.note ->> 'r', (w.note ->> 'x')::timestamptz, (w.note ->> 'e')::bigint,
           (w.note ->> 'i')::timestamptz
      from coalition.message_waiting('redemption-held', array[:number]) as w
), ended as (
    select state, business_date, outlet_id, reference, points, amount, currency, available_after, posted_at
      from redemption_end
     where member_id = :member
       and number = :number
     union all
    select w.note ->> 's', (w.note ->> 'b')::date, coalesce((w.note ->> 'o')::integer, 0), coalesce(w.note ->> 'r', ''),
           (w.note ->> 'p')::bigint,
           (w.note ->> 'a')::numeric, w.note ->> 'u', (w.note ->> 'e')::bigint, (w.note ->> 'i')::timestamptz
      from coalition.hold_end_waiting(:member, :number) as w
)
select cast(:member as bigint) as member, held.*, ended.state, ended.business_date as ended_on, ended.outlet_id as ended_outlet_id,
       ended.reference as ended_reference, ended.points as ended_points, ended.amount as ended_amount, ended.currency as ended_currency, ended.available_after as ended_available_after,
       ended.posted_at as ended_at
  from held
  left join ended on true
