select window_start, count(*) as statements
  from coalition.statement
 group by window_start;
