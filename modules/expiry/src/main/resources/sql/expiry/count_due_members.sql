-- How many due_members finds after a member.
select count(distinct member_id)
  from coalition.announced_expiry
 where member_id > :after
   and expires_on <= :asOf;
