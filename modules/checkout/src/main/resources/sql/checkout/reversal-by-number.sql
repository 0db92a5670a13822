-- As filed, or as it still waits to be filed. Empty columns are of before answers were kept.
select r.number as purchase, r.business_date, r.outlet_id, r.reference, r.amount, r.currency, r.to_refund, r.reason, r.taken_back, r.owed, r.debt_after,
       r.available_after, r.posted_at
  from purchase_reversal r
 where r.member_id = :member
   and r.reversal_number = :number
 union all
select (w.note ->> 'n')::bigint, (w.note ->> 'b')::date, coalesce((w.note ->> 'o')::integer, 0), coalesce(w.note ->> 'r', ''),
       (w.note ->> 'a')::numeric, w.note ->> 'u', (w.note ->> 'q')::numeric, coalesce(w.note ->> 'g', ''), (w.note ->> 'p')::bigint, (w.note ->> 'w')::bigint, (w.note ->> 'd')::bigint,
       (w.note ->> 'e')::bigint, (w.note ->> 'i')::timestamptz
  from coalition.message_waiting('purchase-reversed', array[:number]) as w
