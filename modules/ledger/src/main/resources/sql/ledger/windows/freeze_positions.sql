insert into coalition.window_position (window_start, tenant_id, outlet_id, kind, business_month, points, transfers)
select window_start, tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)::date, sum(points), count(*)
  from coalition.transfer
 where window_start = :window
 group by window_start, tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp);
