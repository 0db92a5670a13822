update coalition.feed_file
   set brought_by = :by
 where tenant_id = :tenant
   and feed_id = :feed
