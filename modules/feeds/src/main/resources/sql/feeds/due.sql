select name, due, state, feed_id
  from coalition.feed_due
 where tenant_id = :tenant
   and name = :name
   and due >= :since
 order by due
