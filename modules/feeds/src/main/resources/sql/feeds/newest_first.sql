select *
  from coalition.feed_file
 where tenant_id = :tenant and feed_id < :before
 order by feed_id desc
 limit :limit
