-- The open holds of these members, and those that are asked for even if they ended.
select hold.member_id, hold.hold_id, hold.tenant_id, hold.outlet_id, hold.expires, hold.pocket, hold.points, hold_outcome.outcome
  from coalition.hold
  left join coalition.hold_outcome using (member_id, hold_id)
 where hold.member_id = any (?)
   and (hold_outcome.outcome is null or hold.hold_id = any (?))
 order by hold.member_id, hold.hold_id, hold.pocket;
