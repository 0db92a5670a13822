select tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)::date, sum(points), count(*)
  from coalition.transfer
 where window_start = '%1$s'
 group by tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)
