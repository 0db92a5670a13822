-- A page of members in the order of their names, for the tenant whose role the transaction has entered (its enrolled
-- members) or for the operator (all). Exactly one of patterns, phone_pattern and email_pattern is given.
--
-- No one plan is fast for every text, and the planner cannot know which is, so three ways are tried, each with a limit:
--
-- 1. A glance along the names: what many people are called fills a page within the next 20,000 names, and a brand that
--    knows fewer members than that is read to its end.
-- 2. The trigram indexes: at most 100,000 members that match are found and sorted.
-- 3. More than that match, but none of them soon: the names are walked until the page is full. The walk reads the index
--    of names only, a third of a second for a million names at the worst, when all who match stand at the end.

-- The walk, from after to until (to the end if there is no until_name). Other plans than following the index of names are off.
create function coalition.members_in_the_order_of_names(
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
                or exists (select from coalition.member m
                            where m.member_id = e.member_id
                              and (phone_pattern is null or m.phone_digits like phone_pattern)
                              and (email_pattern is null or lower(m.email) like email_pattern)))
         order by e.search_name, e.member_id
         limit wanted;
    end if;
end $$;

-- Where a glance of so many names ends; null if there are not that many.
create function coalition.end_of_glance(
        tenant integer, after_name text, after_member bigint, names integer, out until_name text, out until_member bigint)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_sort = off
as $$
begin
    if tenant is null then
        select m.search_name, m.member_id into until_name, until_member
          from coalition.member m
         where (m.search_name, m.member_id) > (after_name, after_member)
         order by m.search_name, m.member_id
        offset names limit 1;
    else
        select e.search_name, e.member_id into until_name, until_member
          from coalition.enrollment e
         where e.tenant_id = tenant and (e.search_name, e.member_id) > (after_name, after_member)
         order by e.search_name, e.member_id
        offset names limit 1;
    end if;
end $$;

-- Up to one more than at_most of those that match, in no order. The patterns come longest first: the index looks for the first two.
-- The planner would rather scan the index of names when it expects many; that reads a million names to find a few thousand.
create function coalition.members_that_match(patterns text[], phone_pattern text, email_pattern text, at_most integer)
    returns bigint[]
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
    set enable_indexscan = off
    set enable_indexonlyscan = off
as $$
begin
    if patterns is not null then
        return array(select m.member_id from coalition.member m
                      where m.search_name like patterns[1]
                        and m.search_name like coalesce(patterns[2], patterns[1])
                        and m.search_name like all (patterns)
                      limit at_most + 1);
    elsif phone_pattern is not null then
        return array(select m.member_id from coalition.member m where m.phone_digits like phone_pattern limit at_most + 1);
    else
        return array(select m.member_id from coalition.member m where lower(m.email) like email_pattern limit at_most + 1);
    end if;
end $$;

-- The first of these members in the order of names that the tenant knows.
create function coalition.first_of(
        tenant integer, members bigint[], after_name text, after_member bigint, wanted integer)
    returns setof bigint
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
as $$
begin
    if tenant is null then
        return query
        select m.member_id
          from unnest(members) matching
          join coalition.member m on m.member_id = matching
         where (m.search_name, m.member_id) > (after_name, after_member)
         order by m.search_name, m.member_id
         limit wanted;
    else
        return query
        select e.member_id
          from unnest(members) matching
          join coalition.enrollment e on e.member_id = matching and e.tenant_id = tenant
         where (e.search_name, e.member_id) > (after_name, after_member)
         order by e.search_name, e.member_id
         limit wanted;
    end if;
end $$;

create function coalition.search_members(
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
    until      record;
    matches    bigint[];
    page       bigint[];
begin
    if tenant is null and current_setting('role') <> 'kontor_operator' then
        raise insufficient_privilege using message = 'members are searched under a tenant''s or the operator''s role';
    end if;
    if patterns is not null then
        select * into until from coalition.end_of_glance(tenant, after_name, after_member, glance);
        page := array(select coalition.members_in_the_order_of_names(
                tenant, patterns, null, null, after_name, after_member, until.until_name, until.until_member, wanted));
    end if;
    if page is null or cardinality(page) < wanted and until.until_name is not null then
        if patterns is null or length(patterns[1]) > no_trigram then
            matches := coalition.members_that_match(patterns, phone_pattern, email_pattern, few);
        end if;
        if cardinality(matches) <= few then
            page := array(select coalition.first_of(tenant, matches, after_name, after_member, wanted));
        else
            page := array(select coalition.members_in_the_order_of_names(
                    tenant, patterns, phone_pattern, email_pattern, after_name, after_member, null, null, wanted));
        end if;
    end if;
    return query
    select m.member_id, m.given_name, m.family_name, m.search_name, newest.card_number, coalesce(e.tier, 'member'), m.phone, m.state
      from unnest(page) listed
      join coalition.member m on m.member_id = listed
      left join coalition.enrollment e on e.member_id = listed and e.tenant_id = tenant
      left join lateral (select c.card_number from coalition.card c
                          where c.member_id = m.member_id
                          order by c.blocked_at is not null, c.issued_on desc, c.card_number desc limit 1) newest on true
     order by m.search_name, m.member_id;
end $$;

revoke all on function
    coalition.members_in_the_order_of_names(integer, text[], text, text, text, bigint, text, bigint, integer),
    coalition.end_of_glance(integer, text, bigint, integer),
    coalition.members_that_match(text[], text, text, integer),
    coalition.first_of(integer, bigint[], text, bigint, integer),
    coalition.search_members(text[], text, text, text, bigint, integer)
    from public;
grant execute on function coalition.search_members(text[], text, text, text, bigint, integer) to kontor_tenant, kontor_operator;
