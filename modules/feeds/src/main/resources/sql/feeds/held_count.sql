select count(*) from coalition.feed_held where tenant_id = :tenant and state = 'HELD'
