-- Under the lock of announce_members, so that a member's first pocket is marked once.
insert into coalition.balance (member_id, pocket, first_pocket)
select member_id, pocket,
       row_number() over (partition by member_id order by pocket) = 1
       and not exists (select from coalition.balance as earlier where earlier.member_id = fresh.member_id)
  from unnest(?, ?) as fresh (member_id, pocket)
 order by member_id, pocket
on conflict do nothing;
