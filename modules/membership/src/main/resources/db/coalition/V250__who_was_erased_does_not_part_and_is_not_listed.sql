-- Answers what became of it: parted, again (it was before), never, closed (it is no member any more: it would get back points that nobody could
-- spend), old (merged before since), later (whom it was merged into was merged itself).
create or replace function coalition.unlink_member(member bigint, at timestamptz, why text, since timestamptz) returns text
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    one    coalition.member;
    stands coalition.member_merge;
begin
    perform from coalition.member m
     where m.member_id in (member, (select i.merged_into from coalition.member i where i.member_id = member))
     order by m.member_id for no key update;
    select * into one from coalition.member m where m.member_id = member;
    if one.merged_into is null then
        return case when exists (select from coalition.member_merge g where g.member_id = member) then 'again' else 'never' end;
    end if;
    select * into stands from coalition.member_merge g where g.member_id = member and g.undone_at is null;
    if one.state <> 'active' then
        return 'closed';
    elsif stands.merged_at < since then
        return 'old';
    elsif coalition.person_of(member) <> one.merged_into then
        return 'later';
    end if;
    update coalition.member m set merged_into = null where m.member_id = member;
    update coalition.member_merge set undone_at = at, undo_reason = why where merge_id = stands.merge_id;
    perform coalition.cards_name_their_person(member);
    perform coalition.cards_name_their_person(one.merged_into);
    return 'parted';
end $$;

-- Cards that are blocked, were not replaced, and whose holder is a member: an erased one is wanted by no desk, and of erased ones there may be
-- more than a list looks at.
drop index coalition.card_blocked;
create index card_blocked on coalition.card (blocked_at, card_number) include (member_id)
    where blocked_at is not null and replaced_by is null and holder_active;

create or replace function coalition.members_with_blocked_cards(before_at timestamptz, before_card text, wanted integer)
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
               and c.holder_active
               and (c.blocked_at, c.card_number) < (before_at, before_card)
             order by c.blocked_at desc, c.card_number desc
             limit glance) latest
     where tenant is null
        or exists (select from coalition.enrollment e where e.member_id = latest.member_id and e.tenant_id = tenant)
     order by latest.blocked_at desc, latest.card_number desc
     limit wanted;
end $$;
