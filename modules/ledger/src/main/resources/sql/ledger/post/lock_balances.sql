-- In one order everywhere, so that batches wait for each other and never in a circle.
select member_id, pocket, earned, consumed, held, last_activity
  from coalition.balance
 where member_id = any (?)
 order by member_id, pocket
   for no key update;
