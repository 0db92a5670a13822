select window_start, count(*)
  from coalition.statement
 group by window_start;
