select tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)::date as business_month, sum(points)::bigint, count(*)
  from coalition.transfer
 where window_start = ?
   and posted_at <= ?
 group by tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)
 order by tenant_id, outlet_id, kind, business_month;
