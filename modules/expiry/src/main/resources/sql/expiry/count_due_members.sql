-- How many due_members finds after a member.
select count(distinct member_id)
  from coalition.announced_loss
 where member_id > :after
   and lapses_on <= :asOf;
