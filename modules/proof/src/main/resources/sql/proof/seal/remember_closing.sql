-- Closed months of which everything lies under a seal by now, each with the seal that brought that about.
insert into coalition.window_seal (window_start, seal_no)
select window_start, max(newest.seal_no)
  from (select window_start
          from coalition.settlement_window
         where closed_at is not null
           and not exists (select from coalition.window_seal as known where known.window_start = settlement_window.window_start)) as closed
  join lateral (
       select tenant_id, sum(transfers) as transfers
         from coalition.window_position
        where window_position.window_start = closed.window_start
        group by tenant_id) as frozen on true
  left join lateral (
       select seal_no, transfers_so_far
         from coalition.sealed_page
        where tenant_id = frozen.tenant_id
          and window_start = closed.window_start
        order by seal_no desc
        limit 1) as newest on true
 group by window_start
having bool_and(coalesce(newest.transfers_so_far, 0) >= frozen.transfers);
