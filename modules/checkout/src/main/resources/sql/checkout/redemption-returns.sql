-- As filed, or as they still wait to be filed: what is left is known at once.
select return_number, business_date, outlet_id, reference, reason, points, amount, currency, debt_after, available_after, posted_at
  from redemption_return
 where member_id = :member
   and number = :hold
 union all
select w.number, (w.note ->> 'b')::date, (w.note ->> 'o')::integer, w.note ->> 'r', coalesce(w.note ->> 'g', ''), (w.note ->> 'p')::bigint,
       (w.note ->> 'a')::numeric, w.note ->> 'u', (w.note ->> 'd')::bigint, (w.note ->> 'e')::bigint, (w.note ->> 'i')::timestamptz
  from coalition.redemption_returns_waiting(:member, :hold) as w
 order by return_number
