insert into coalition.hold (member_id, hold_id, points, posted_at, expires, tenant_id, outlet_id, pocket)
select member_id, hold_id, points, ?, expires, tenant_id, outlet_id, pocket
  from unnest(?, ?, ?, ?::timestamptz[], ?, ?, ?)
           as h (member_id, hold_id, points, expires, tenant_id, outlet_id, pocket);
