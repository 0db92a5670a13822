-- One login, kontor_app, could enter every role, so that one line of SQL in a tenant's transaction ("set role …") was enough to be another
-- tenant or the operator. Now each role signs in itself and may enter no other; the server checks who signed in, whatever SQL says later.
-- Passwords are set after the migrations (LoginKeeper): they are derived from a secret that no migration knows.
do $$
declare
    entered text;
    brand   record;
begin
    for entered in select r.rolname
                     from pg_auth_members m
                     join pg_roles r on r.oid = m.roleid
                     join pg_roles app on app.oid = m.member
                    where app.rolname = 'kontor_app' loop
        execute format('revoke %I from kontor_app', entered);
    end loop;
    execute format('grant connect on database %I to kontor_operator, kontor_poster, kontor_tenant', current_database());
    for brand in select role_name, courier_role_name from coalition.tenant loop
        execute format('alter role %I in database %I set search_path = %I, pg_temp', brand.role_name, current_database(), brand.role_name);
        execute format('alter role %I in database %I set search_path = %I, pg_temp', brand.courier_role_name, current_database(), brand.role_name);
    end loop;
end $$;

comment on role kontor_operator is 'Every row of the coalition, no tenant''s schema. Signs in; may enter no other role.';
comment on role kontor_poster is 'Inserts into the ledger for many tenants at once and reads what posting needs. Signs in; may enter no other role.';
comment on role kontor_tenant is 'What every tenant''s role may do in the schema coalition, on its own rows. Signs in never, and is never entered.';
comment on role kontor_courier is 'What every tenant''s courier may do in the outbox, on its tenant''s rows. Signs in never, and is never entered.';

-- As before, without kontor_app, and with the search path from the beginning of a session: the driver forgets prepared statements when it changes.
create or replace procedure coalition.create_tenant_schema(tenant_slug text)
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
    execute format('create schema if not exists %I', tenant_role);
    execute format('grant usage on schema %I to %I', tenant_role, tenant_role);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
                   tenant_role, tenant_role);
    execute format('alter default privileges in schema %I grant usage on sequences to %I', tenant_role, tenant_role);
    execute format('alter role %I in database %I set search_path = %I, pg_temp', tenant_role, current_database(), tenant_role);
    execute format('alter role %I in database %I set search_path = %I, pg_temp', courier_role, current_database(), tenant_role);
end $$;

-- As before; sessions of the roles end first, because a new role of the same name is another one.
create or replace procedure coalition.drop_tenant_schema(tenant_slug text)
    language plpgsql
as $$
declare
    tenant_role  text;
    courier_role text;
begin
    select role_name, courier_role_name into strict tenant_role, courier_role from coalition.tenant where slug = tenant_slug;
    perform pg_terminate_backend(pid) from pg_stat_activity where usename in (tenant_role, courier_role);
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

create table coalition.database_login (
    role_oid    oid primary key,
    role_name   text not null,
    fingerprint bytea not null check (octet_length(fingerprint) = 32)
);
comment on table coalition.database_login is 'Which roles have the password that the present secret gives. The owner''s alone.';
comment on column coalition.database_login.role_oid is 'A role that was dropped and made again has none.';
