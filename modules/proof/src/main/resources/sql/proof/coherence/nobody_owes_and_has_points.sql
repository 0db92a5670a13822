-- Whoever gets points while owing some repays first.
select format('member %s owes %s and has %s points available', member_id, owed, available)
  from (select member_id, sum(incurred - repaid) as owed
          from coalition.debt
         group by member_id
        having sum(incurred - repaid) > 0) as debts
  join (select member_id, sum(earned - consumed - held) as available
          from coalition.balance
         group by member_id) as balances using (member_id)
 where available > 0;
