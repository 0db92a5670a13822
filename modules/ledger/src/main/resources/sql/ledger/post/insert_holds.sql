insert into coalition.hold (member_id, hold_id, points, posted_at, expires, tenant_id, outlet_id, pocket, pending_of)
select member_id, hold_id, points, ?, expires, tenant_id, outlet_id, pocket, nullif(pending_of, 0)
  from unnest(?, ?, ?, ?::timestamptz[], ?, ?, ?, ?)
           as h (member_id, hold_id, points, expires, tenant_id, outlet_id, pocket, pending_of);
