-- A balance's lines are as long as the transfers say, and what is held fits into what is left.
select format('member %s, pocket %s: balance says %s earned, %s consumed, %s held; transfers say %s and %s',
              member_id, pocket, balance.earned, balance.consumed, balance.held, moved.earned, moved.consumed)
  from coalition.balance
  full join (select member_id, pocket,
                    coalesce(sum(points) filter (where credit_account = 1), 0) as earned,
                    coalesce(sum(points) filter (where debit_account = 1), 0) as consumed
               from coalition.transfer
              group by member_id, pocket) as moved using (member_id, pocket)
 where balance.earned is distinct from coalesce(moved.earned, 0)
    or balance.consumed is distinct from coalesce(moved.consumed, 0)
    or balance.held < 0
    or balance.earned - balance.consumed - balance.held < 0;
