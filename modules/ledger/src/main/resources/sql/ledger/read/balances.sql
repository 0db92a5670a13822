-- One round trip: pockets that were ever used, and what is owed.
select member_id, pocket, earned - consumed - held as available, held,
       max(last_activity) over (partition by member_id) as last_activity
  from coalition.balance
 where member_id = any (?)
   and last_activity is not null
 order by member_id, pocket;
select member_id, sum(incurred - repaid)::bigint as owed
  from coalition.debt
 where member_id = any (?)
   and incurred > repaid
 group by member_id;
