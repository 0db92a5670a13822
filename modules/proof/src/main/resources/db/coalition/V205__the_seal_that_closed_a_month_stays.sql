-- The seal by which everything that was posted into a closed month lies under a seal: what is printed on its statements, and no later seal
-- takes its place. Written once, by who seals.
create table coalition.window_seal (
    window_start date primary key references coalition.settlement_window,
    seal_no      bigint not null references coalition.seal
);

grant select, insert on coalition.window_seal to kontor_operator;

-- Months that were closed before: the newest seal that has a page of theirs, once all that was frozen is under it.
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
 group by window_start
having bool_and(coalesce(newest.transfers_so_far, 0) >= frozen.transfers);
