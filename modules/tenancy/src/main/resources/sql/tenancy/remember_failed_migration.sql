insert into coalition.tenant_migration_failure (tenant_id, failed_at, reason)
values (?, clock_timestamp(), ?)
    on conflict (tenant_id) do update set failed_at = excluded.failed_at, reason = excluded.reason
