insert into coalition.reversal_line (member_id, purchase_id, posting_id, line, units, tenant_id)
select member_id, purchase_id, posting_id, line, units, tenant_id
  from unnest(?, ?, ?, ?, ?, ?) as l (member_id, purchase_id, posting_id, line, units, tenant_id);
