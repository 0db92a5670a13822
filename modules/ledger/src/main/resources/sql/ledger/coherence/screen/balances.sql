-- Where the lines of every pocket begin and end, and what holds reserve.
select sum(hashfloat8extended(0, member # came) + hashfloat8extended(0, member # went)::numeric) as balance_starts,
       sum(hashfloat8extended(earned, member # came) + hashfloat8extended(consumed, member # went)::numeric) as balance_ends,
       sum(held * hashfloat8extended(pocket, member)::numeric) filter (where held <> 0) as balance_held,
       count(*) filter (where held < 0 or earned - consumed - held < 0 or earned > 9007199254740992) as impossible_balances
  from (select *, hashfloat8extended(member_id, key) as member, pocket::bigint as came, -pocket::bigint as went
          from coalition.balance,
               (select ?::bigint as key) as given) as balance;
