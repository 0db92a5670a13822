insert into coalition.passed_debt (member_id, posting_id, recipient_id, points, tenant_id, outlet_id, posted_at)
select member_id, posting_id, recipient_id, points, tenant_id, outlet_id, ?
  from unnest(?, ?, ?, ?, ?, ?) as p (member_id, posting_id, recipient_id, points, tenant_id, outlet_id);
