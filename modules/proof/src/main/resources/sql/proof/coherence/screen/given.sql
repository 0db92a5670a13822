-- What the screen has to know before: before which transaction all are over, up to where seals reach, the two accounts of every kind of
-- transfer, and the closed windows. While the basis is the same, sums over the same transfers are the same.
with given as (
    select pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text as over_until,
           (select coalesce(max(until_xid), 0) from coalition.seal) as sealed_until,
           (select array_agg(coalesce(100 * debit_account + credit_account, 0) order by letter)
              from generate_series(1, 127) as letter
              left join coalition.transfer_kind on kind::integer = letter) as accounts,
           (select array_agg(window_start order by window_start) from coalition.settlement_window where closed_at is not null) as closed_windows,
           (select array_agg(concat_ws(' ', window_start, closed_at is null, closed_xid) order by window_start)
              from coalition.settlement_window) as windows
)
select over_until, sealed_until, accounts, closed_windows, concat_ws(' ', accounts, windows) as basis
  from given;
