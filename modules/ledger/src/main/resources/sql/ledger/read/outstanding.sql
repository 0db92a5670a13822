select coalesce(sum(earned - consumed), 0)::bigint
  from coalition.balance;
