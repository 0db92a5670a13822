-- Members with a pocket that lapses on that day, after a member, in their order. The pocket's own last activity rules out most.
select distinct member_id
  from coalition.balance
 where member_id > ?
   and earned - consumed - held > 0
   and last_activity + make_interval(months => pocket) <= ?
   and (select max(other.last_activity)
          from coalition.balance as other
         where other.member_id = balance.member_id) + make_interval(months => pocket) <= ?
 order by member_id
 limit ?;
