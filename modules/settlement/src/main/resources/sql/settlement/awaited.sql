-- Partners whose windows closed without them, and who had no statement by the moment (or have none now).
select window_start, tenant_id
  from coalition.statement_awaited as awaited
 where (:window::date is null or window_start = :window)
   and (:partner::integer is null or tenant_id = :partner)
   and (:moment::timestamptz is null or awaited_since <= :moment)
   and not exists (select
                     from coalition.statement as made
                    where made.window_start = awaited.window_start
                      and made.tenant_id = awaited.tenant_id
                      and (:moment::timestamptz is null or made.closed_at <= :moment))
 order by window_start, tenant_id;
