select tenant_id, outlet_id, kind, business_month, points, transfers
  from coalition.window_position
 where window_start = :window
   and (:tenant::integer is null or tenant_id = :tenant)
 order by tenant_id, outlet_id, kind, business_month;
