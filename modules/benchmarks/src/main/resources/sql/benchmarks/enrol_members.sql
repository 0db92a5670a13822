insert into coalition.balance (member_id, pocket, first_pocket)
select member_id, 24, true
  from generate_series(1, 1000000) as member_id;
