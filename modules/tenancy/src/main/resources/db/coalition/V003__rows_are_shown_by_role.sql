-- The tenant in whose role the transaction runs. The role cannot be forged as a session variable could be: setting it
-- is entering it, which the server checks. Null outside a tenant's role, and null equals no tenant.
-- Security definer, so that it also answers inside functions that run under their owner's rights.
create function coalition.current_tenant_id() returns integer
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select tenant_id
      from coalition.tenant
     where role_name = current_setting('role')
        or courier_role_name = current_setting('role')
$$;

-- To be called by the migration of every table that carries tenant_id: a tenant sees its own rows; the operator and the
-- poster see all. What may be done with visible rows is said by each table's grants. The subselect makes the tenant a
-- constant of the query, so that indexes that begin with tenant_id are used.
-- Forced, so that the owner's rights alone show nothing either: the owner sees rows as a member of the operator's role.
create procedure coalition.protect_rows(protected regclass)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy own_rows on %s to kontor_tenant using (tenant_id = (select coalition.current_tenant_id()))',
                   protected);
    execute format('create policy all_rows on %s to kontor_operator, kontor_poster using (true)', protected);
end $$;
revoke all on procedure coalition.protect_rows(regclass) from public;

call coalition.protect_rows('coalition.tenant');
call coalition.protect_rows('coalition.outlet');

grant select on coalition.coalition to kontor_operator, kontor_poster, kontor_tenant;
grant insert, update on coalition.coalition to kontor_operator;
grant select on coalition.tenant, coalition.outlet to kontor_operator, kontor_poster, kontor_tenant;
grant insert, update, delete on coalition.tenant, coalition.outlet to kontor_operator;
