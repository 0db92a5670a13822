delete from coalition.feed_draft where tenant_id = :tenant and name = :name
