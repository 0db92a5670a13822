-- The sums that were frozen with a window are still the sums of its transfers.
select format('window %s, tenant %s, outlet %s, kind %s, business month %s: frozen %s points in %s transfers, now %s in %s',
              window_start, tenant_id, outlet_id, kind, business_month, frozen.points, frozen.transfers, now.points, now.transfers)
  from coalition.window_position as frozen
  full join (select window_start, tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)::date as business_month,
                    sum(points) as points, count(*) as transfers
               from coalition.transfer
              where window_start in (select window_start from coalition.settlement_window where closed_at is not null)
              group by window_start, tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)) as now
       using (window_start, tenant_id, outlet_id, kind, business_month)
 where frozen.points is distinct from now.points
    or frozen.transfers is distinct from now.transfers;
