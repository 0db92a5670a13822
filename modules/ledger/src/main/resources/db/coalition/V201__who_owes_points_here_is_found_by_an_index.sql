-- Whose points were taken back after they had been spent, so that a desk can tell them: few among many.
create index debt_open on coalition.debt (tenant_id, member_id) where repaid < incurred;

-- Who owes points at the tenant whose role the transaction has entered; for the operator, anywhere. In the order of their numbers.
create function coalition.members_in_debt(after_member bigint, wanted integer) returns table (member_id bigint, points bigint)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
declare
    tenant integer := coalition.current_tenant_id();
begin
    if tenant is null and current_setting('role') <> 'kontor_operator' then
        raise insufficient_privilege using message = 'debts are listed under a tenant''s or the operator''s role';
    end if;
    return query
    select d.member_id, sum(d.incurred - d.repaid)::bigint
      from coalition.debt d
     where d.repaid < d.incurred
       and d.member_id > after_member
       and (tenant is null or d.tenant_id = tenant)
     group by d.member_id
     order by d.member_id
     limit wanted;
end $$;

revoke all on function coalition.members_in_debt(bigint, integer) from public;
grant execute on function coalition.members_in_debt(bigint, integer) to kontor_tenant, kontor_operator;
