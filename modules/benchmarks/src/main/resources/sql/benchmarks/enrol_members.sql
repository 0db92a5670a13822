insert into coalition.balance (member_id, pocket)
select member_id, 24
  from generate_series(1, %1$d) as member_id;
