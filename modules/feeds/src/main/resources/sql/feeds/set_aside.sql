update coalition.feed_due set state = 'SET_ASIDE' where tenant_id = :tenant and name = :name and due = :due and state = 'MISSING'
