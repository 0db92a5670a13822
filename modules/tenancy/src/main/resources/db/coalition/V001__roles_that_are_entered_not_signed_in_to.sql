-- Nobody signs in as one of these. The application signs in as kontor_app, which has no right but to enter a role, and
-- enters one per transaction. Roles belong to the whole server, hence the test for their existence.
do $$
declare
    entered text;
begin
    foreach entered in array array['kontor_operator', 'kontor_poster', 'kontor_tenant', 'kontor_courier'] loop
        if not exists (select from pg_roles where rolname = entered) then
            execute format('create role %I nologin', entered);
        end if;
    end loop;
end $$;

comment on role kontor_operator is 'Every row of the coalition, no tenant''s schema.';
comment on role kontor_poster is 'Inserts into the ledger for many tenants at once and reads what posting needs.';
comment on role kontor_tenant is 'What every tenant''s role may do in the schema coalition, on its own rows. Never entered itself.';
comment on role kontor_courier is 'What every tenant''s courier may do in the outbox, on its tenant''s rows. Never entered itself.';

grant kontor_operator, kontor_poster to kontor_app with inherit false, set true;

grant usage on schema coalition to kontor_operator, kontor_poster, kontor_tenant, kontor_courier;

-- Without a tenant there is no schema to fall into: every statement either enters a tenant's search path or names its schema.
-- Temporary tables could shadow real ones.
do $$
begin
    execute format('alter database %I set search_path = pg_catalog, pg_temp', current_database());
    execute format('revoke temporary on database %I from public', current_database());
end $$;
revoke all on schema public from public;
