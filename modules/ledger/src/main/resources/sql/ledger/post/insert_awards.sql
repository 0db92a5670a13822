insert into coalition.award_part (member_id, posting_id, transfer_id, points, tenant_id, rule)
select member_id, posting_id, transfer_id, points, tenant_id, rule
  from unnest(?, ?, ?, ?, ?, ?) as a (member_id, posting_id, transfer_id, points, tenant_id, rule);
