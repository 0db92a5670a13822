select brought_by
  from coalition.feed_file
 where tenant_id = :tenant
   and feed_id = :feed
