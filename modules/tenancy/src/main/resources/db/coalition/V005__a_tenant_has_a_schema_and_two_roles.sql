-- Creates what a tenant needs in the database and may be called again: its schema, its role, and its courier's role.
-- The courier may do what the tenant may, plus take news from the outbox: so a courier's mistake stays within one tenant.
create procedure coalition.create_tenant_schema(tenant_slug text)
    language plpgsql
as $$
declare
    tenant_role  text;
    courier_role text;
begin
    select role_name, courier_role_name into strict tenant_role, courier_role from coalition.tenant where slug = tenant_slug;
    if not exists (select from pg_roles where rolname = tenant_role) then
        execute format('create role %I nologin', tenant_role);
    end if;
    if not exists (select from pg_roles where rolname = courier_role) then
        execute format('create role %I nologin', courier_role);
    end if;
    execute format('grant kontor_tenant to %I with inherit true, set false', tenant_role);
    execute format('grant kontor_courier, %I to %I with inherit true, set false', tenant_role, courier_role);
    execute format('grant %I, %I to kontor_app with inherit false, set true', tenant_role, courier_role);
    execute format('create schema if not exists %I', tenant_role);
    execute format('grant usage on schema %I to %I', tenant_role, tenant_role);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
                   tenant_role, tenant_role);
    execute format('alter default privileges in schema %I grant usage on sequences to %I', tenant_role, tenant_role);
end $$;
revoke all on procedure coalition.create_tenant_schema(text) from public;

-- The reverse, with everything that is in the schema.
create procedure coalition.drop_tenant_schema(tenant_slug text)
    language plpgsql
as $$
declare
    tenant_role  text;
    courier_role text;
begin
    select role_name, courier_role_name into strict tenant_role, courier_role from coalition.tenant where slug = tenant_slug;
    execute format('drop schema if exists %I cascade', tenant_role);
    if exists (select from pg_roles where rolname = courier_role) then
        execute format('drop owned by %I', courier_role);
        execute format('drop role %I', courier_role);
    end if;
    if exists (select from pg_roles where rolname = tenant_role) then
        execute format('drop owned by %I', tenant_role);
        execute format('drop role %I', tenant_role);
    end if;
end $$;
revoke all on procedure coalition.drop_tenant_schema(text) from public;

create table coalition.tenant_migration (
    tenant_id    integer not null references coalition.tenant on delete cascade,
    version      integer not null,
    description  text not null,
    checksum     bytea not null,
    installed_at timestamptz not null,
    milliseconds integer not null,
    primary key (tenant_id, version)
);
call coalition.protect_rows('coalition.tenant_migration');
grant select on coalition.tenant_migration to kontor_operator;
