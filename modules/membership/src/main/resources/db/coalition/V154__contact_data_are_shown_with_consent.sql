-- A purchase of a cent enrols a guest, and showed phone and mail to the brand. Now a brand sees them when the member has agreed to it there.
alter table coalition.enrollment add column contact_consent_at timestamptz;
comment on column coalition.enrollment.contact_consent_at is 'When the member agreed that this brand sees phone and mail; null without consent.';

-- Whom the brand itself enrolled gave their data to it.
update coalition.enrollment e
   set contact_consent_at = entry.at
  from coalition.audit_entry entry
 where entry.tenant_id = e.tenant_id
   and entry.action = 'enrol-member'
   and entry.subject = 'member ' || e.member_id;

-- Not even a mistaken query of a brand reads them: it has no right to these columns, and asks this. The operator and the couriers, who write to
-- members that their points expire, are told of all whom they may see.
revoke select on coalition.member from kontor_tenant;
grant select (member_id, given_name, family_name, search_name, language, state, member_since) on coalition.member to kontor_tenant;

create function coalition.contact_of(members bigint[]) returns table (member_id bigint, phone text, email text)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select m.member_id, m.phone, m.email
      from coalition.member m
     where m.member_id = any (members)
       and (current_setting('role') = 'kontor_operator'
            or exists (select from coalition.enrollment e
                        where e.member_id = m.member_id
                          and e.tenant_id = coalition.current_tenant_id()
                          and (e.contact_consent_at is not null
                               or exists (select from coalition.tenant t where t.courier_role_name = current_setting('role')))))
$$;

-- The member agrees, or does not any more, at the brand whose role runs it. False when the brand does not know the member.
create function coalition.set_contact_consent(number text, agreed_at timestamptz) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    update coalition.enrollment e
       set contact_consent_at = agreed_at
      from coalition.card c
     where c.card_number = number
       and e.member_id = c.member_id
       and e.tenant_id = coalition.current_tenant_id();
    return found;
end $$;

-- Phone and mail find a guest where they are shown.
create or replace function coalition.members_in_the_order_of_names(
        tenant integer, patterns text[], phone_pattern text, email_pattern text, after_name text, after_member bigint,
        until_name text, until_member bigint, wanted integer)
    returns setof bigint
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_sort = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
begin
    if tenant is null then
        return query
        select m.member_id
          from coalition.member m
         where (m.search_name, m.member_id) > (after_name, after_member)
           and (until_name is null or (m.search_name, m.member_id) <= (until_name, until_member))
           and (patterns is null or m.search_name like all (patterns))
           and (phone_pattern is null or m.phone_digits like phone_pattern)
           and (email_pattern is null or lower(m.email) like email_pattern)
         order by m.search_name, m.member_id
         limit wanted;
    else
        return query
        select e.member_id
          from coalition.enrollment e
         where e.tenant_id = tenant
           and (e.search_name, e.member_id) > (after_name, after_member)
           and (until_name is null or (e.search_name, e.member_id) <= (until_name, until_member))
           and (patterns is null or e.search_name like all (patterns))
           and (phone_pattern is null and email_pattern is null
                or e.contact_consent_at is not null and exists (select from coalition.member m
                            where m.member_id = e.member_id
                              and (phone_pattern is null or m.phone_digits like phone_pattern)
                              and (email_pattern is null or lower(m.email) like email_pattern)))
         order by e.search_name, e.member_id
         limit wanted;
    end if;
end $$;

create or replace function coalition.search_members(
        patterns text[], phone_pattern text, email_pattern text, after_name text, after_member bigint, wanted integer)
    returns table (member_id bigint, given_name text, family_name text, search_name text, card_number text, tier text, phone text,
                   state text)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
declare
    glance     constant integer := 20000;
    few        constant integer := 100000;
    -- '% a%': a single letter has no trigram to look for.
    no_trigram constant integer := 4;
    tenant     integer          := coalition.current_tenant_id();
    end_name   text;
    end_member bigint;
    matches    bigint[];
    page       bigint[];
begin
    if tenant is null and current_setting('role') <> 'kontor_operator' then
        raise insufficient_privilege using message = 'members are searched under a tenant''s or the operator''s role';
    end if;
    if patterns is not null then
        select until_name, until_member into end_name, end_member
          from coalition.end_of_glance(tenant, after_name, after_member, glance);
        page := array(select coalition.members_in_the_order_of_names(
                tenant, patterns, null, null, after_name, after_member, end_name, end_member, wanted));
    end if;
    if page is null or cardinality(page) < wanted and end_name is not null then
        if patterns is null or length(patterns[1]) > no_trigram then
            matches := coalition.members_that_match(patterns, phone_pattern, email_pattern, few);
            if tenant is not null and patterns is null and cardinality(matches) <= few then
                matches := array(select e.member_id from coalition.enrollment e
                                  where e.tenant_id = tenant and e.member_id = any (matches) and e.contact_consent_at is not null);
            end if;
        end if;
        if cardinality(matches) <= few then
            page := array(select coalition.first_of(tenant, matches, after_name, after_member, wanted));
        else
            page := array(select coalition.members_in_the_order_of_names(
                    tenant, patterns, phone_pattern, email_pattern, after_name, after_member, null, null, wanted));
        end if;
    end if;
    return query
    select m.member_id, m.given_name, m.family_name, m.search_name, newest.card_number, coalesce(e.tier, 'member'),
           case when tenant is null or e.contact_consent_at is not null then m.phone end, m.state
      from unnest(page) listed
      join coalition.member m on m.member_id = listed
      left join coalition.enrollment e on e.member_id = listed and e.tenant_id = tenant
      left join lateral (select c.card_number from coalition.card c
                          where c.member_id = m.member_id
                          order by c.blocked_at is not null, c.issued_on desc, c.card_number desc limit 1) newest on true
     order by m.search_name, m.member_id;
end $$;

drop function coalition.enrol_new_member(text, text, text, text, text, text, text, date, bytea, bytea);
create function coalition.enrol_new_member(
        given text, family text, search text, phone text, email text, language text, card text, today date, salt bytea, hash bytea,
        agreed_at timestamptz)
    returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    here    integer := coalition.current_tenant_id();
    created bigint;
begin
    if here is null then
        raise insufficient_privilege using message = 'a brand enrols its own members';
    end if;
    insert into coalition.member (given_name, family_name, search_name, phone, email, language, member_since)
    values (given, family, search, phone, email, language, today)
    returning member_id into created;
    insert into coalition.confirmation_code (member_id, salt, hash, slow) values (created, salt, hash, true);
    insert into coalition.card (card_number, member_id, issued_on) values (card, created, today);
    insert into coalition.enrollment (member_id, tenant_id, enrolled_on, search_name, contact_consent_at)
    values (created, here, today, search, agreed_at);
    return created;
end $$;

revoke all on function
    coalition.contact_of(bigint[]),
    coalition.set_contact_consent(text, timestamptz),
    coalition.enrol_new_member(text, text, text, text, text, text, text, date, bytea, bytea, timestamptz)
    from public;
grant execute on function coalition.contact_of(bigint[]) to kontor_tenant, kontor_operator;
grant execute on function
    coalition.set_contact_consent(text, timestamptz),
    coalition.enrol_new_member(text, text, text, text, text, text, text, date, bytea, bytea, timestamptz)
    to kontor_tenant;
