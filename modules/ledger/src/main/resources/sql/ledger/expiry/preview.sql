select count(distinct member_id), coalesce(sum(earned - consumed - held), 0)::bigint
  from coalition.balance
 where earned - consumed - held > 0
   and last_activity + make_interval(months => pocket) <= ?
   and (select max(other.last_activity)
          from coalition.balance as other
         where other.member_id = balance.member_id) + make_interval(months => pocket) <= ?;
