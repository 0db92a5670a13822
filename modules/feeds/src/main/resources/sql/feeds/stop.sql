update coalition.feed_file set state = 'STOPPED'
 where tenant_id = :tenant and feed_id = :feed and state in ('WAITING', 'RUNNING', 'STOPPED')
