-- A transfer is in the window of its business date or, if that is closed, in a later one, and never in one that was closed
-- before it was posted. What is taken back has the business date of what it was, and is in the window of the return.
select format('member %s, transfer %s: business date %s, posted %s, in window %s', member_id, transfer_id, business_date, posted_at, transfer.window_start)
  from coalition.transfer
  left join coalition.settlement_window as settles using (window_start)
  left join coalition.settlement_window as own on own.window_start = date_trunc('month', business_date::timestamp)::date
 where settles.window_start is null
    or own.window_start is null
    or business_date >= transfer.window_start + interval '1 month'
    or posted_xid > settles.closed_xid
    or business_date < transfer.window_start and own.closed_at is null and transfer.kind not in ('V', 'U', 'B', 'K', 'Q');
