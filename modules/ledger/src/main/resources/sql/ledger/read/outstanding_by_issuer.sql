-- What remains of every lot: the part of its interval above the pocket's cursor.
select earned.tenant_id, sum(earned.line_before + earned.points - greatest(earned.line_before, balance.consumed))::bigint as points
  from coalition.transfer as earned
  join coalition.balance using (member_id, pocket)
 where earned.credit_account = 1
   and earned.line_before + earned.points > balance.consumed
 group by earned.tenant_id;
