select window_start, closed_at
  from coalition.settlement_window
 order by window_start;
