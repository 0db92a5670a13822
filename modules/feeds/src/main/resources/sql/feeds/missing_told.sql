update coalition.feed_due set told_at = :now where tenant_id = :tenant and name = :name and due = :due
