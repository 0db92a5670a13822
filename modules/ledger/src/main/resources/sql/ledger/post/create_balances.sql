insert into coalition.balance (member_id, pocket)
select member_id, pocket
  from unnest(?, ?) as fresh (member_id, pocket)
 order by member_id, pocket
on conflict do nothing;
