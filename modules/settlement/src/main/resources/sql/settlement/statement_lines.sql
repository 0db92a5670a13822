select tenant_id, kind, outlet_id, price_per_point, points, transfers, late_transfers, amount
  from coalition.statement_line
 where window_start = :window
   and (:partner::integer is null or tenant_id = :partner)
 order by tenant_id, kind, outlet_id, price_per_point;
