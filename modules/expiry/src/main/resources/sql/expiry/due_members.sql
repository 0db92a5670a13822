-- Members with points whose announced day has come, after a member, in their order.
select distinct member_id
  from coalition.announced_expiry
 where member_id > :after
   and expires_on <= :asOf
 order by member_id
 limit :most;
