select state, count(*) as signals
  from coalition.signal
 group by state
