insert into coalition.reversal (member_id, purchase_id, part, posting_id, taken, owed, expired, posted_at, tenant_id, outlet_id)
select member_id, purchase_id, part, posting_id, taken, owed, expired, ?, tenant_id, outlet_id
  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
           as r (member_id, purchase_id, part, posting_id, taken, owed, expired, tenant_id, outlet_id);
