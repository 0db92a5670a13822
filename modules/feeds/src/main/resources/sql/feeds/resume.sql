update coalition.feed_file set state = 'WAITING', tries = 0, fault = null
 where tenant_id = :tenant and feed_id = :feed and state in ('WAITING', 'RUNNING', 'STOPPED')
