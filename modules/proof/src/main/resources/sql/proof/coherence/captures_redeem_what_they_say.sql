-- A hold ends in a way that it can, and its capture's redemptions add up to the captured points, none without a capture.
select format('member %s, hold %s: %s held, %s captured, %s redeemed', member_id, hold_outcome.hold_id, held.points,
              hold_outcome.points, redeemed.points)
  from coalition.hold_outcome
  left join (select member_id, hold_id, tenant_id, sum(points) as points
               from coalition.hold
              group by member_id, hold_id, tenant_id) as held using (member_id, hold_id)
  full join (select member_id, posting_id, tenant_id, sum(points) as points
               from coalition.transfer
              where kind = 'R'
              group by member_id, posting_id, tenant_id) as redeemed using (member_id, posting_id)
 where coalesce(hold_outcome.points, 0) <> coalesce(redeemed.points, 0)
    or hold_outcome.points > coalesce(held.points, 0)
    or held.tenant_id <> hold_outcome.tenant_id
    or redeemed.tenant_id <> hold_outcome.tenant_id;
