select name, yaml, saved_by, saved_at from coalition.feed_draft where tenant_id = :tenant order by saved_at desc, name
