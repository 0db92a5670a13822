select window_start, currency, count(*)::integer as statements, sum(net) as net
  from coalition.statement
 group by window_start, currency
 order by window_start, currency;
