-- The latest sums of a window and what was posted behind them, up to the oldest transaction under way. Nothing new, no row.
with before as (
    select coalesce(max(until_xid), 0) as until_xid, max(latest_posted_at) as latest_posted_at
      from coalition.position_watermark
     where window_start = :window
), horizon as (
    select pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint as until_xid
), moved as (
    select tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)::date as business_month, sum(points) as points,
           count(*) as transfers, max(posted_at) as latest_posted_at
      from coalition.transfer
     where window_start = :window
       and posted_xid::text::bigint >= (select until_xid from before)
       and posted_xid::text::bigint < (select until_xid from horizon)
     group by tenant_id, outlet_id, kind, date_trunc('month', business_date::timestamp)
), mark as (
    insert into coalition.position_watermark (window_start, until_xid, latest_posted_at, taken_at)
    select :window::date, horizon.until_xid, greatest(before.latest_posted_at, (select max(latest_posted_at) from moved)), :now::timestamptz
      from before, horizon
     where exists (select from moved)
    returning until_xid
)
insert into coalition.position_snapshot (window_start, until_xid, tenant_id, outlet_id, kind, business_month, points, transfers)
select :window::date, mark.until_xid, tenant_id, outlet_id, kind, business_month, sum(points), sum(transfers)
  from mark, (select tenant_id, outlet_id, kind, business_month, points, transfers
                from moved
               union all
              select tenant_id, outlet_id, kind, business_month, points, transfers
                from coalition.position_snapshot
               where window_start = :window
                 and until_xid = (select until_xid from before)) as both_parts
 group by mark.until_xid, tenant_id, outlet_id, kind, business_month;
