-- Closed windows from their frozen sums, open ones from the transfers. Row-level security narrows both.
select window_start, tenant_id, kind, sum(points)::bigint as points, sum(transfers)::bigint as transfers
  from (select window_start, tenant_id, kind, points, transfers
          from coalition.window_position
         where window_start between :from and :to
         union all
        select window_start, tenant_id, kind, sum(points), count(*)
          from coalition.transfer
         where window_start in (select window_start
                                  from coalition.settlement_window
                                 where closed_at is null
                                   and window_start between :from and :to)
         group by window_start, tenant_id, kind) as sums
 group by window_start, tenant_id, kind
 order by window_start, tenant_id, kind;
