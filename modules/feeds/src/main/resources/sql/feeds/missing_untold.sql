select name, due, state, feed_id
  from coalition.feed_due
 where tenant_id = :tenant
   and state = 'MISSING'
   and told_at is null
   and due >= :since
 order by due, name
