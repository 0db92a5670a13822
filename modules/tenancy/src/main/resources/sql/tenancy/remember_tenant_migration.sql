insert into coalition.tenant_migration (tenant_id, version, description, checksum, installed_at, milliseconds)
values (?, ?, ?, ?, ?, ?);
