-- Where the lines of every pocket begin and end, and what holds reserve.
select sum(hashint8extended(0, member # came)) + sum(hashint8extended(0, member # went)) as balance_starts,
       sum(hashint8extended(earned, member # came)) + sum(hashint8extended(consumed, member # went)) as balance_ends,
       sum(held * hashint8extended(pocket, member)::numeric) filter (where held <> 0) as balance_held,
       count(*) filter (where held < 0 or earned - consumed - held < 0 or earned > 1073741823) as impossible_balances
  from (select *, hashint8extended(0, member_id # key) as member, pocket::bigint as came, -pocket::bigint as went
          from coalition.balance,
               (select ?::bigint as key) as given) as balance;
