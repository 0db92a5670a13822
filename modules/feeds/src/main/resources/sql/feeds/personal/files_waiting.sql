select 1
  from coalition.feed_file
 where state in ('WAITING', 'RUNNING', 'STOPPED')
   and received_at <= :asked
 limit 1
