-- Leases end by the database's clock, which all nodes share.
update coalition.feed_file
   set state = 'RUNNING', tries = tries + 1, runner = :runner, lease_until = now() + make_interval(secs => :leaseSeconds)
 where feed_id = (select feed_id
                    from coalition.feed_file
                   where tenant_id = :tenant and state in ('WAITING', 'RUNNING')
                   order by feed_id
                   limit 1
                     for update)
   and (lease_until is null or lease_until < now() or runner = :runner)
returning *
