select sum(hold_outcome.points * hashfloat8extended(hold_outcome.posting_id, hashfloat8extended(hold_outcome.member_id, key) # hold_outcome.tenant_id)::numeric) as captured,
       count(*) filter (where hold_outcome.outcome = 'C') as captures,
       count(*) filter (where hold_outcome.points > coalesce(held.points, 0) or held.tenant_id <> hold_outcome.tenant_id) as impossible_outcomes
  from (select ?::bigint as key) as given, coalition.hold_outcome
  left join (select member_id, hold_id, tenant_id, sum(points) as points
               from coalition.hold
              group by member_id, hold_id, tenant_id) as held on held.member_id = hold_outcome.member_id
                                                             and held.hold_id = hold_outcome.hold_id;
