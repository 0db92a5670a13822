select section from coalition.feed_configuration where tenant_id = :tenant
