select count(*) filter (where state in ('WAITING', 'RUNNING')) as waiting,
       coalesce(sum(bytes) filter (where received_at > :since), 0)::bigint as bytes
  from coalition.feed_file
 where tenant_id = :tenant
   and (state in ('WAITING', 'RUNNING') or received_at > :since)
