insert into coalition.reversal (member_id, purchase_id, run, part, posting_id, taken, owed, expired, posted_at, tenant_id, outlet_id, amount,
                                is_by_line, is_last)
select member_id, purchase_id, run, part, posting_id, taken, owed, expired, ?, tenant_id, outlet_id, amount, by_line = 1, last = 1
  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           as r (member_id, purchase_id, run, part, posting_id, taken, owed, expired, tenant_id, outlet_id, amount, by_line, last);
