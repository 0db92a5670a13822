select total_exec_time, calls, mean_exec_time, rows, left(regexp_replace(query, '\s+', ' ', 'g'), 200)
  from public.pg_stat_statements
 order by total_exec_time desc
 limit 25
