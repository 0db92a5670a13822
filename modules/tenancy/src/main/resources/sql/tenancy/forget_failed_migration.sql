delete from coalition.tenant_migration_failure
 where tenant_id = ?
