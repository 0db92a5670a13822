select coalesce(sum(earned - consumed), 0)::bigint as points
  from coalition.balance;
