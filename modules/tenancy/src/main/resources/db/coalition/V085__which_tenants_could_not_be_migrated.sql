-- A tenant whose migration failed is tried again; until then every server can say so.
create table coalition.tenant_migration_failure (
    tenant_id integer primary key references coalition.tenant on delete cascade,
    failed_at timestamptz not null,
    reason    text not null
);
comment on table coalition.tenant_migration_failure is 'Its newest attempt failed. The row goes with the first one that succeeds.';

call coalition.protect_rows('coalition.tenant_migration_failure');
grant select on coalition.tenant_migration_failure to kontor_operator;
