-- Those that have every one of these.
select tenant_id
  from coalition.tenant_migration
 where version = any (?)
 group by tenant_id
having count(*) = ?
