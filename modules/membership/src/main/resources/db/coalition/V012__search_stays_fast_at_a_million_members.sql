-- A page of members in the order of their names, for the tenant whose role the transaction has entered (its enrolled
-- members) or for the operator (all). Exactly one of patterns, phone_pattern and email_pattern is given.
--
-- Two ways lead to a page. When few members match, the trigram index finds them and they are sorted. When many match,
-- sorting them would be slow, but walking the names in their order soon meets enough of them.

-- The walk: enable_bitmapscan and enable_sort are off, so that it follows the index of names.
create function coalition.members_in_the_order_of_names(
        tenant integer, patterns text[], phone_pattern text, email_pattern text, after_name text, after_member bigint, wanted integer)
    returns table (member_id bigint, tier text)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_bitmapscan = off
    set enable_sort = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
begin
    if tenant is null then
        return query
        select m.member_id, 'member'::text
          from coalition.member m
         where (m.search_name, m.member_id) > (after_name, after_member)
           and (patterns is null or m.search_name like all (patterns))
           and (phone_pattern is null or m.phone_digits like phone_pattern)
           and (email_pattern is null or lower(m.email) like email_pattern)
         order by m.search_name, m.member_id
         limit wanted;
    else
        return query
        select e.member_id, e.tier
          from coalition.enrollment e
         where e.tenant_id = tenant
           and (e.search_name, e.member_id) > (after_name, after_member)
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

-- Up to one more than the limit of those that match, in no order. The first pattern is the longest: the index looks for it.
create function coalition.members_that_match(patterns text[], phone_pattern text, email_pattern text, at_most integer)
    returns bigint[]
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
begin
    if patterns is not null then
        return array(select m.member_id from coalition.member m
                      where m.search_name like patterns[1] and m.search_name like all (patterns) limit at_most + 1);
    elsif phone_pattern is not null then
        return array(select m.member_id from coalition.member m where m.phone_digits like phone_pattern limit at_most + 1);
    else
        return array(select m.member_id from coalition.member m where lower(m.email) like email_pattern limit at_most + 1);
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
    few     constant integer := 2000;
    tenant  integer          := coalition.current_tenant_id();
    matches bigint[];
begin
    if tenant is null and current_setting('role') <> 'kontor_operator' then
        raise insufficient_privilege using message = 'members are searched under a tenant''s or the operator''s role';
    end if;
    matches := coalition.members_that_match(patterns, phone_pattern, email_pattern, few);
    return query
    with page as materialized (
        select found.member_id, found.tier
          from (select unnest(matches) as member_id) matching
          cross join lateral (
               select m.member_id, coalesce(e.tier, 'member') as tier, m.search_name
                 from coalition.member m
                 left join coalition.enrollment e on e.member_id = m.member_id and e.tenant_id = tenant
                where m.member_id = matching.member_id
                  and (tenant is null or e.member_id is not null)
                  and (m.search_name, m.member_id) > (after_name, after_member)) found
         where cardinality(matches) <= few
         order by found.search_name, found.member_id
         limit wanted
    ), walked as materialized (
        select walk.member_id, walk.tier
          from coalition.members_in_the_order_of_names(
                   tenant, patterns, phone_pattern, email_pattern, after_name, after_member,
                   case when cardinality(matches) > few then wanted else 0 end) walk
    )
    select m.member_id, m.given_name, m.family_name, m.search_name, newest.card_number, either.tier, m.phone, m.state
      from (select * from page union all select * from walked) either
      join coalition.member m on m.member_id = either.member_id
      left join lateral (select c.card_number from coalition.card c
                          where c.member_id = m.member_id
                          order by c.blocked_at is not null, c.issued_on desc, c.card_number desc limit 1) newest on true
     order by m.search_name, m.member_id;
end $$;

revoke all on function
    coalition.members_in_the_order_of_names(integer, text[], text, text, text, bigint, integer),
    coalition.members_that_match(text[], text, text, integer),
    coalition.search_members(text[], text, text, text, bigint, integer)
    from public;
grant execute on function coalition.search_members(text[], text, text, text, bigint, integer) to kontor_tenant, kontor_operator;
