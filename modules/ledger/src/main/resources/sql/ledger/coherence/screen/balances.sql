-- Where the lines of every pocket begin and end, and what holds reserve.
select max(member_id) as last_member,
       sum(hashint8extended(0, member # came) + hashint8extended(0, member # went)::numeric) as balance_starts,
       sum(hashint8extended(earned, member # came) + hashint8extended(consumed, member # went)::numeric) as balance_ends,
       sum(held * hashfloat8extended(pocket, member)::numeric) filter (where held <> 0) as balance_held,
       count(*) filter (where held < 0 or earned - consumed - held < 0 or earned > 1073741823) as impossible_balances
  from (select *, hashint8extended(member_id, key) as member, pocket::bigint as came, -pocket::bigint as went
          from coalition.balance,
               (select ?::bigint as key) as given) as balance;
