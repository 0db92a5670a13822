-- What came back of a redemption is what its partner gave back and what came into the pockets, return by return; they are numbered, and all
-- together are no more than was captured.
select format('member %s, posting %s: return %s of redemption %s says %s points; tenant %s gave back %s, %s came back; captured %s, returned in all %s',
              member_id, posting_id, run, hold_id, back.points, moved.tenant_id, moved.given_back, moved.came_back, captured.points, back.in_all)
  from (select member_id, posting_id, hold_id, run, points, tenant_id,
               sum(points) over (partition by member_id, hold_id) as in_all,
               row_number() over (partition by member_id, hold_id order by run) as place
          from coalition.redemption_return) as back
  left join (select member_id, hold_id, points, tenant_id
               from coalition.hold_outcome
              where outcome = 'C') as captured using (member_id, hold_id)
  full join (select member_id, posting_id,
                    sum(points) filter (where kind = 'U') as given_back,
                    sum(points) filter (where kind = 'B') as came_back,
                    min(tenant_id) filter (where kind = 'U') as tenant_id,
                    max(tenant_id) filter (where kind = 'U') as only_tenant_id
               from coalition.transfer
              where kind in ('U', 'B')
              group by member_id, posting_id) as moved using (member_id, posting_id)
 where back.points is distinct from moved.given_back
    or back.points is distinct from moved.came_back
    or back.tenant_id is distinct from moved.tenant_id
    or back.tenant_id is distinct from moved.only_tenant_id
    or back.tenant_id is distinct from captured.tenant_id
    or back.in_all > captured.points
    or back.run <> back.place;
