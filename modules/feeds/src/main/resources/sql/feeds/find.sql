select * from coalition.feed_file where feed_id = :feed and tenant_id = :tenant
