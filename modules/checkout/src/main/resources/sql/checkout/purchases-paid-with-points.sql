-- Those of the purchases that points paid for a part of, as filed, or as they still wait to be.
with wanted as (
    select member_id, number
      from unnest(:members, :numbers) as asked (member_id, number)
)
select p.member_id, p.number
  from wanted
  join purchase as p using (member_id, number)
 where p.hold_number is not null
 union
select wanted.member_id, w.number
  from coalition.message_waiting('purchase-posted', :numbers) as w
  join wanted on wanted.number = w.number
 where w.note ->> 'h' is not null
