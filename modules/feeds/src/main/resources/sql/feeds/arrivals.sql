select feed_id, file_name, received_at
  from coalition.feed_file
 where tenant_id = :tenant
   and received_at >= :since
   and not exists (select
                     from coalition.feed_due
                    where feed_due.tenant_id = feed_file.tenant_id
                      and feed_due.feed_id = feed_file.feed_id)
 order by feed_id
