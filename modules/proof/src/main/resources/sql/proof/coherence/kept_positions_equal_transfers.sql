-- The latest sums that were kept of every window are the sums of its transfers up to their end.
with latest as (
    select window_start, max(until_xid) as until_xid
      from coalition.position_watermark
     group by window_start
), kept as (
    select snapshot.*
      from latest
      join coalition.position_snapshot as snapshot using (window_start, until_xid)
), moved as (
    select window_start, tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)::date as business_month,
           sum(points) as points, count(*) as transfers
      from latest
      join coalition.transfer using (window_start)
     where posted_xid::text::bigint < until_xid
     group by window_start, tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)
)
select format('window %s, tenant %s, outlet %s, kind %s, business month %s: kept %s points in %s transfers, which were %s in %s',
              window_start, tenant_id, outlet_id, kind, business_month, kept.points, kept.transfers, moved.points, moved.transfers)
  from kept
  full join moved using (window_start, tenant_id, outlet_id, kind, business_month)
 where kept.points is distinct from moved.points
    or kept.transfers is distinct from moved.transfers;
