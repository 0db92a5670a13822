-- A list of members opens with those who may be wanted: who is new, whose card is blocked. Each is walked in its order by an index.
create index enrollment_by_day on coalition.enrollment (tenant_id, enrolled_on, member_id);
create index member_by_day on coalition.member (member_since, member_id);
create index card_blocked on coalition.card (blocked_at, card_number) include (member_id) where blocked_at is not null and replaced_by is null;

-- Cards that are blocked and were not replaced, the latest first, of the members of the tenant whose role the transaction has entered, or of
-- all for the operator. No more than the latest 20,000 of the coalition are looked at, so that a brand with few members is answered as soon.
-- The planner would rather read all of a brand's enrolments once: other plans than walking the index are off.
create function coalition.members_with_blocked_cards(before_at timestamptz, before_card text, wanted integer)
    returns table (member_id bigint, card_number text, blocked_at timestamptz)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    set enable_sort = off
as $$
declare
    glance constant integer := 20000;
    tenant integer          := coalition.current_tenant_id();
begin
    if tenant is null and current_setting('role') <> 'kontor_operator' then
        raise insufficient_privilege using message = 'members are listed under a tenant''s or the operator''s role';
    end if;
    return query
    select latest.member_id, latest.card_number, latest.blocked_at
      from (select c.member_id, c.card_number, c.blocked_at
              from coalition.card c
             where c.blocked_at is not null
               and c.replaced_by is null
               and (c.blocked_at, c.card_number) < (before_at, before_card)
             order by c.blocked_at desc, c.card_number desc
             limit glance) latest
     where tenant is null
        or exists (select from coalition.enrollment e where e.member_id = latest.member_id and e.tenant_id = tenant)
     order by latest.blocked_at desc, latest.card_number desc
     limit wanted;
end $$;

revoke all on function coalition.members_with_blocked_cards(timestamptz, text, integer) from public;
grant execute on function coalition.members_with_blocked_cards(timestamptz, text, integer) to kontor_tenant, kontor_operator;
