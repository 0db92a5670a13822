-- Together they cover every date, so that no transfer is passed over: one of an unknown month is read with the window before it.
select case when row_number() over w = 1 then date '-infinity' else window_start end as read_from,
       coalesce(lead(window_start) over w, date 'infinity') as read_until,
       window_start as window_begins,
       (window_start + interval '1 month')::date as window_ends,
       closed_xid::text as closed_xid
  from coalition.settlement_window
window w as (order by window_start)
 order by window_start;
