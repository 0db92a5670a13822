-- Months that were closed before their seal was remembered, as V205 meant it: who owns the tables sees no rows of brands, the operator sees all.
set local role kontor_operator;

insert into coalition.window_seal (window_start, seal_no)
select window_start, max(newest.seal_no)
  from coalition.settlement_window as closed
  join (select window_start, tenant_id, sum(transfers) as transfers
          from coalition.window_position
         group by window_start, tenant_id) as frozen using (window_start)
  left join lateral (
       select seal_no, transfers_so_far
         from coalition.sealed_page
        where tenant_id = frozen.tenant_id
          and window_start = frozen.window_start
        order by seal_no desc
        limit 1) as newest on true
 where closed.closed_at is not null
   and not exists (select from coalition.window_seal as known where known.window_start = closed.window_start)
 group by window_start
having bool_and(coalesce(newest.transfers_so_far, 0) >= frozen.transfers);

reset role;
