-- Members with points that may run out by that day, after a member, in their order. The pocket's own last activity rules out most;
-- a fixed term is decided by its lots.
select distinct member_id
  from coalition.balance
 where member_id > :after
   and earned - consumed - held > 0
   and (pocket < 0 or last_activity is null or last_activity + make_interval(months => pocket) <= :horizon)
 order by member_id
 limit :most;
