select tenant_id
  from coalition.tenant_migration_failure
