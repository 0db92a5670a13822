select distinct tenant_id
  from coalition.feed_file
 where state in ('WAITING', 'RUNNING')
   and (lease_until is null or lease_until < now() or runner = :runner)
 order by tenant_id
