-- What one account of a person owed and the other owes now counts as repaid there, and as incurred here.
select format('member %s, tenant %s, outlet %s: debt says %s incurred and %s repaid; reversals owe %s, transfers repaid %s',
              member_id, tenant_id, outlet_id, debt.incurred, debt.repaid, owed.points, repaid.points)
  from coalition.debt
  full join (select member_id, tenant_id, outlet_id, sum(owed) as points
               from (select member_id, tenant_id, outlet_id, owed
                       from coalition.reversal
                      where owed > 0
                      union all
                     select recipient_id, tenant_id, outlet_id, points
                       from coalition.passed_debt) as incurred
              group by member_id, tenant_id, outlet_id) as owed using (member_id, tenant_id, outlet_id)
  full join (select member_id, tenant_id, outlet_id, sum(points) as points
               from (select member_id, tenant_id, outlet_id, points
                       from coalition.transfer
                      where kind = 'P'
                      union all
                     select member_id, tenant_id, outlet_id, points
                       from coalition.passed_debt) as paid
              group by member_id, tenant_id, outlet_id) as repaid using (member_id, tenant_id, outlet_id)
 where coalesce(debt.incurred, 0) <> coalesce(owed.points, 0)
    or coalesce(debt.repaid, 0) <> coalesce(repaid.points, 0)
    or debt.repaid > debt.incurred;
