select version, checksum from coalition.tenant_migration where tenant_id = ?;
