select name, due, state, feed_id
  from coalition.feed_due
 where tenant_id = :tenant
   and name = :name
   and due >= :since
   and (state = 'MISSING'
        or due >= coalesce((select max(begun.due)
                              from coalition.feed_due as begun
                             where begun.tenant_id = :tenant
                               and begun.name = :name
                               and begun.state = 'BEGUN'), :since))
 order by due
