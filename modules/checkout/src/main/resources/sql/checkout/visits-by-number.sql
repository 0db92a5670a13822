-- As filed, or as it still waits to be filed.
select p.member_id, p.number, p.outlet_id, p.business_date, p.business_time::text as business_time, p.amount, p.currency, p.lines, p.points,
       p.program_version, p.parts, p.reference, p.award,
       exists (select from purchase_reversal r where r.member_id = p.member_id and r.number = p.number) as reversed
  from unnest(:members, :numbers) as wanted (member_id, number)
  join purchase p on p.member_id = wanted.member_id and p.number = wanted.number
 union all
select wanted.member_id, w.number, (w.note ->> 'o')::integer, (w.note ->> 'b')::date, w.note ->> 't', (w.note ->> 'a')::numeric,
       w.note ->> 'u', w.note -> 'l', (w.note ->> 'p')::bigint, (w.note ->> 'v')::integer, w.note -> 'x', w.note ->> 'r', w.note -> 'w',
       exists (select from purchase_reversal r where r.member_id = wanted.member_id and r.number = w.number)
  from coalition.message_waiting('purchase-posted', :numbers) as w
  join unnest(:members, :numbers) as wanted (member_id, number) on wanted.number = w.number
