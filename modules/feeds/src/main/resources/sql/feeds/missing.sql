select name, due, state, feed_id
  from coalition.feed_due
 where tenant_id = :tenant
   and state = 'MISSING'
 order by due, name
