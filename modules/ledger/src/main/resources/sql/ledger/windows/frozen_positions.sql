select tenant_id, outlet_id, kind, business_month, points, transfers
  from coalition.window_position
 where window_start = ?
   and (?::integer is null or tenant_id = ?)
 order by tenant_id, outlet_id, kind, business_month;
