-- One round trip. In one order everywhere, so that batches wait for each other and never in a circle. Read only when the
-- locks are held: a pocket that an earlier holder opened is seen then.
select member_id
  from coalition.balance
 where member_id = any (?)
   and first_pocket
 order by member_id
   for no key update;
select member_id, pocket, earned, consumed, held, last_activity
  from coalition.balance
 where member_id = any (?)
 order by member_id, pocket;
