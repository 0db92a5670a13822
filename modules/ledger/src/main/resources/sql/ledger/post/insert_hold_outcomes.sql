insert into coalition.hold_outcome (member_id, hold_id, posting_id, points, posted_at, tenant_id, outcome)
select member_id, hold_id, posting_id, points, ?, tenant_id, outcome::"char"
  from unnest(?, ?, ?, ?, ?, ?) as o (member_id, hold_id, posting_id, points, tenant_id, outcome);
