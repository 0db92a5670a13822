-- These functions run under their owner's rights and answer what row-level security would hide or make slow: the operators
-- of text search are not leakproof, so behind a policy no index would serve them. Each of them limits itself to the tenant
-- whose role the transaction has entered, and gives no more than its name says.

-- Enrols members with their first tier where they are not yet; the poster has no sight of names.
create function coalition.enrol(tenant integer, members bigint[], today date) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    enrolled integer;
begin
    if current_setting('role') not in ('kontor_poster', 'kontor_operator')
       and tenant is distinct from coalition.current_tenant_id() then
        raise insufficient_privilege using message = 'a tenant enrols its own members';
    end if;
    insert into coalition.enrollment (member_id, tenant_id, enrolled_on, search_name)
    select member_id, tenant, today, search_name
      from coalition.member
     where member_id = any (members)
     order by member_id
    on conflict do nothing;
    get diagnostics enrolled = row_count;
    return enrolled;
end $$;

-- Whoever holds a card has shown it: name and state of its holder, no contact data.
create function coalition.card_holder(number text)
    returns table (member_id bigint, given_name text, family_name text, language text, state text, member_since date)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select m.member_id, m.given_name, m.family_name, m.language, m.state, m.member_since
      from coalition.card c
      join coalition.member m on m.member_id = c.member_id
     where c.card_number = number
$$;

create function coalition.new_member(
        given text, family text, search text, phone text, email text, language text, today date, salt bytea, hash bytea)
    returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    created bigint;
begin
    insert into coalition.member (given_name, family_name, search_name, phone, email, language, member_since)
    values (given, family, search, phone, email, language, today)
    returning member_id into created;
    insert into coalition.confirmation_code (member_id, salt, hash) values (created, salt, hash);
    return created;
end $$;

-- Card numbers are issued in the order of their serials; the caller makes the check digit.
create function coalition.next_card_serial() returns bigint
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$ select nextval('coalition.card_serial') $$;

create function coalition.issue_card(number text, member bigint, today date) returns void
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$ insert into coalition.card (card_number, member_id, issued_on) values (number, member, today) $$;

-- A tenant blocks cards of members enrolled with it.
create function coalition.block_card(number text, at timestamptz) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    update coalition.card c
       set blocked_at = coalesce(blocked_at, at)
     where card_number = number
       and (current_setting('role') = 'kontor_operator'
            or exists (select from coalition.enrollment e
                        where e.member_id = c.member_id and e.tenant_id = coalition.current_tenant_id()));
    return found;
end $$;

-- How many of a tenant's members are enrolled elsewhere too: counts, no members. The operator gets all pairs.
create function coalition.also_at() returns table (tenant_id integer, other integer, members bigint)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select here.tenant_id, elsewhere.tenant_id, count(*)
      from coalition.enrollment here
      join coalition.enrollment elsewhere on elsewhere.member_id = here.member_id and elsewhere.tenant_id <> here.tenant_id
     where here.tenant_id = coalition.current_tenant_id() or current_setting('role') = 'kontor_operator'
     group by here.tenant_id, elsewhere.tenant_id
$$;

revoke all on function
    coalition.enrol(integer, bigint[], date),
    coalition.card_holder(text),
    coalition.new_member(text, text, text, text, text, text, date, bytea, bytea),
    coalition.next_card_serial(),
    coalition.issue_card(text, bigint, date),
    coalition.block_card(text, timestamptz),
    coalition.also_at()
    from public;
grant execute on function coalition.enrol(integer, bigint[], date) to kontor_poster, kontor_operator, kontor_tenant;
grant execute on function
    coalition.card_holder(text),
    coalition.new_member(text, text, text, text, text, text, date, bytea, bytea),
    coalition.next_card_serial(),
    coalition.issue_card(text, bigint, date),
    coalition.block_card(text, timestamptz),
    coalition.also_at()
    to kontor_tenant, kontor_operator;
