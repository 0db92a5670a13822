-- What the screen has to know before: up to where seals reach, and the two accounts of every kind of transfer.
select (select coalesce(max(until_xid), 0) from coalition.seal)::text as sealed_until,
       (select array_agg(coalesce(100 * debit_account + credit_account, 0) order by letter)
          from generate_series(1, 127) as letter
          left join coalition.transfer_kind on kind::integer = letter) as accounts,
       (select array_agg(window_start order by window_start) from coalition.settlement_window where closed_at is not null) as closed_windows;
