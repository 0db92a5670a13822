select format('member %s, tenant %s, outlet %s: debt says %s incurred and %s repaid; reversals owe %s, transfers repaid %s',
              member_id, tenant_id, outlet_id, debt.incurred, debt.repaid, owed.points, repaid.points)
  from coalition.debt
  full join (select member_id, tenant_id, outlet_id, sum(owed) as points
               from coalition.reversal
              where owed > 0
              group by member_id, tenant_id, outlet_id) as owed using (member_id, tenant_id, outlet_id)
  full join (select member_id, tenant_id, outlet_id, sum(points) as points
               from coalition.transfer
              where kind = 'P'
              group by member_id, tenant_id, outlet_id) as repaid using (member_id, tenant_id, outlet_id)
 where coalesce(debt.incurred, 0) <> coalesce(owed.points, 0)
    or coalesce(debt.repaid, 0) <> coalesce(repaid.points, 0)
    or debt.repaid > debt.incurred;
