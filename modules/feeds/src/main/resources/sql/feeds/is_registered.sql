select exists (select from coalition.feed_file where tenant_id = :tenant and stored_name = :storedName)
