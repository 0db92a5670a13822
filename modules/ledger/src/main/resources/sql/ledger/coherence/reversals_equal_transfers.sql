-- What a reversal took back is what its transfers moved; taken, owed and lapsed together are what the purchase earned.
select format('member %s, purchase %s: earned %s; taken %s, owed %s, lapsed %s; moved %s', member_id, reversal.purchase_id,
              purchase.points, reversal.taken, reversal.owed, reversal.lapsed, moved.points)
  from coalition.reversal
  left join (select member_id, posting_id as purchase_id, tenant_id, points
               from coalition.request
              where act = 'E'
                and refusal = '') as purchase using (member_id, purchase_id)
  full join (select member_id, posting_id, tenant_id, sum(points) as points
               from coalition.transfer
              where kind = 'V'
              group by member_id, posting_id, tenant_id) as moved using (member_id, posting_id)
 where reversal.taken is distinct from coalesce(moved.points, 0)
    or purchase.points is distinct from reversal.taken + reversal.owed + reversal.lapsed
    or purchase.tenant_id <> reversal.tenant_id
    or moved.tenant_id <> reversal.tenant_id;
