-- Members with points whose announced day has come, after a member, in their order.
select distinct member_id
  from coalition.announced_loss
 where member_id > ?
   and lapses_on <= ?
 order by member_id
 limit ?;
