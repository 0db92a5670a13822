insert into coalition.gift (member_id, posting_id, recipient_id, points, posted_at, business_date, tenant_id, outlet_id)
select member_id, posting_id, recipient_id, points, ?, date '1970-01-01' + business_day, tenant_id, outlet_id
  from unnest(?, ?, ?, ?, ?, ?, ?) as g (member_id, posting_id, recipient_id, points, business_day, tenant_id, outlet_id);
