-- The latest sums in which nothing is from after the moment, and what was posted behind them by then.
with mark as (
    select coalesce(max(until_xid), 0) as until_xid
      from coalition.position_watermark
     where window_start = :window
       and latest_posted_at <= :moment
)
select tenant_id, outlet_id, kind, business_month, sum(points)::bigint as points, sum(transfers)::bigint as transfers
  from (select tenant_id, outlet_id, kind, business_month, points, transfers
          from coalition.position_snapshot
         where window_start = :window
           and until_xid = (select until_xid from mark)
           and (:tenant::integer is null or tenant_id = :tenant)
         union all
        select tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)::date, sum(points), count(*)
          from coalition.transfer
         where window_start = :window
           and posted_xid::text::bigint >= (select until_xid from mark)
           and posted_at <= :moment
           and (:tenant::integer is null or tenant_id = :tenant)
         group by tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)) as both_parts
 group by tenant_id, outlet_id, kind, business_month
 order by tenant_id, outlet_id, kind, business_month;
