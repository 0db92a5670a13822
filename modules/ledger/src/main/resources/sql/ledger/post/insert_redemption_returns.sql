insert into coalition.redemption_return (member_id, hold_id, run, posting_id, points, posted_at, tenant_id)
select member_id, hold_id, run, posting_id, points, ?, tenant_id
  from unnest(?, ?, ?, ?, ?, ?) as r (member_id, hold_id, run, posting_id, points, tenant_id);
