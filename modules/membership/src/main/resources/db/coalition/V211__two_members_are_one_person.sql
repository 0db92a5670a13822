-- Two members turn out to be one person. The merged member stays, with its cards, enrolments, consents and history, and says into whom it was
-- merged: its cards earn and pay for that one, whose confirmation code is the only one from then on. What is merged can part again.
alter table coalition.member add column merged_into bigint references coalition.member;
comment on column coalition.member.merged_into is 'Who this one turned out to be; empty for all others. That one may have been merged in turn.';
create index member_merged_into on coalition.member (merged_into) where merged_into is not null;

-- Asked for every purchase, answered by the index alone.
alter table coalition.card add column person_id bigint;
comment on column coalition.card.person_id is
    'Who stands for the holder, where members were merged: for all cards of that person, its own, too. Kept by link_member and unlink_member.';
drop index coalition.card_shown;
create unique index card_shown on coalition.card (card_number) include (member_id, blocked_at, holder_active, replaced_by, person_id);
grant select (person_id) on coalition.card to kontor_poster;
grant select (merged_into) on coalition.member to kontor_poster, kontor_tenant;

create table coalition.member_merge (
    merge_id      bigint generated always as identity primary key,
    member_id     bigint not null references coalition.member,
    into_id       bigint not null references coalition.member,
    merged_at     timestamptz not null,
    reason        text not null check (length(reason) between 1 and 200),
    points        bigint not null default 0,
    debt          bigint not null default 0,
    undone_at     timestamptz,
    undo_reason   text check (length(undo_reason) between 1 and 200),
    points_back   bigint not null default 0,
    debt_back     bigint not null default 0,
    check (into_id <> member_id),
    check ((undone_at is null) = (undo_reason is null))
);
comment on table coalition.member_merge is 'When which member was merged into which, and whether that was undone. Who did it is in the audit trail.';
create unique index member_merge_stands on coalition.member_merge (member_id) where undone_at is null;
create index member_merge_of on coalition.member_merge (member_id, merge_id);
create index member_merge_into on coalition.member_merge (into_id, merge_id);
grant select on coalition.member_merge to kontor_poster, kontor_operator;

-- The member at the end of the chain.
create function coalition.person_of(member bigint) returns bigint
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    with recursive up (member_id, merged_into) as (
        select m.member_id, m.merged_into from coalition.member m where m.member_id = member
         union
        select m.member_id, m.merged_into from up join coalition.member m on m.member_id = up.merged_into
    )
    select member_id from up where merged_into is null
$$;

-- A member, and all who were merged into it, step by step.
create function coalition.members_of_person(person bigint) returns setof bigint
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    with recursive down (member_id) as (
        select person
         union
        select m.member_id from down join coalition.member m on m.merged_into = down.member_id
    )
    select member_id from down
$$;

-- A tier that one of a person's members has at a brand is the person's there, the one of who stands for it before the others'.
create function coalition.tier_of_person(person bigint, own text, tenant integer) returns text
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(nullif(own, 'member'),
                    (select e.tier
                       from coalition.enrollment e
                      where e.member_id in (select coalition.members_of_person(person))
                        and e.tenant_id = tenant
                        and e.tier <> 'member'
                      order by e.member_id <> person, e.enrolled_on, e.member_id
                      limit 1),
                    'member')
$$;

create function coalition.cards_name_their_person(person bigint) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    members bigint[] := array(select coalition.members_of_person(person));
begin
    update coalition.card
       set person_id = case when cardinality(members) > 1 then person end,
           holder_active = (select state = 'active' from coalition.member m where m.member_id = card.member_id)
                           and (select state = 'active' from coalition.member m where m.member_id = person)
     where member_id = any (members);
end $$;

-- Answers what became of it: merged, again, itself, closed, elsewhere (it was merged into somebody else), target (that one was merged), many.
-- Both rows are locked, so that of two at once the second sees what the first did.
create function coalition.link_member(member bigint, target bigint, at timestamptz, why text, at_most integer) returns text
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    one   coalition.member;
    other coalition.member;
begin
    perform from coalition.member m where m.member_id in (member, target) order by m.member_id for no key update;
    select * into one from coalition.member m where m.member_id = member;
    select * into other from coalition.member m where m.member_id = target;
    if member = target then
        return 'itself';
    elsif one.merged_into = target then
        return 'again';
    elsif one.merged_into is not null then
        return 'elsewhere';
    elsif other.merged_into is not null then
        return 'target';
    elsif one.state <> 'active' or other.state <> 'active' then
        return 'closed';
    elsif (select count(*) from coalition.members_of_person(member)) + (select count(*) from coalition.members_of_person(target)) > at_most then
        return 'many';
    end if;
    update coalition.member m set merged_into = target where m.member_id = member;
    insert into coalition.member_merge (member_id, into_id, merged_at, reason) values (member, target, at, why);
    perform coalition.cards_name_their_person(target);
    return 'merged';
end $$;

-- Answers what became of it: parted, again (it was before), never, old (merged before since), later (whom it was merged into was merged itself).
create function coalition.unlink_member(member bigint, at timestamptz, why text, since timestamptz) returns text
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
    if stands.merged_at < since then
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

-- What went along, or came back: only the ledger knows it, a moment later in the same transaction.
create function coalition.note_of_merge(member bigint, undone boolean, moved bigint, owed bigint) returns void
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    update coalition.member_merge
       set points = case when undone then points else moved end,
           debt = case when undone then debt else owed end,
           points_back = case when undone then moved else points_back end,
           debt_back = case when undone then owed else debt_back end
     where merge_id = (select max(g.merge_id) from coalition.member_merge g where g.member_id = member)
$$;

-- A card stays as long as who stands for its holder is a member.
create or replace function coalition.card_follows_holder() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform coalition.cards_name_their_person(coalition.person_of(new.member_id));
    return null;
end $$;

create or replace function coalition.card_takes_after_holder() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    person bigint;
begin
    perform from coalition.member where member_id = new.member_id for share;
    person := coalition.person_of(new.member_id);
    select bool_and(m.state = 'active') into new.holder_active from coalition.member m where m.member_id in (new.member_id, person);
    new.holder_active := coalesce(new.holder_active, true);
    select c.person_id into new.person_id from coalition.card c where c.member_id = new.member_id and c.person_id is not null limit 1;
    return new;
end $$;

-- The member's code is that of the person.
create or replace function coalition.renew_code(number text, new_salt bytea, new_hash bytea) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    holder bigint;
begin
    select coalesce(c.person_id, c.member_id) into holder
      from coalition.card c
     where c.card_number = number
       and (current_setting('role') = 'kontor_operator'
            or exists (select from coalition.enrollment e
                        where e.member_id = c.member_id and e.tenant_id = coalition.current_tenant_id()));
    if holder is not null then
        insert into coalition.confirmation_code (member_id, salt, hash, slow) values (holder, new_salt, new_hash, true)
        on conflict (member_id) do update set salt = excluded.salt, hash = excluded.hash, slow = true, locked_until = null;
        delete from coalition.code_attempt where member_id = holder;
    end if;
    return holder;
end $$;

create or replace function coalition.card_bearer(number text, tenant integer)
    returns table (member_id bigint, given_name text, family_name text, language text, state text, member_since date,
                   blocked boolean, replaced_by_ending text, tier text, enrolled boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select m.member_id, m.given_name, m.family_name, m.language, case when c.holder_active then m.state else 'closed' end, m.member_since,
           c.blocked_at is not null, right(c.replaced_by, 2),
           case when c.person_id is null then coalesce(e.tier, 'member') else coalition.tier_of_person(c.person_id, e.tier, tenant) end,
           e.member_id is not null
      from coalition.card c
      join coalition.member m on m.member_id = c.member_id
      left join coalition.enrollment e on e.member_id = c.member_id and e.tenant_id = tenant
     where c.card_number = number
$$;

-- Who is erased leaves no words of why somebody was taken for somebody else.
create or replace function coalition.erase_member(whose bigint) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    update coalition.member
       set given_name = '—', family_name = whose::text, search_name = ' ' || whose::text, phone = null, email = null, language = 'und', state = 'closed'
     where member_id = whose;
    if not found then
        return false;
    end if;
    update coalition.card
       set blocked_at = coalesce(blocked_at, now()), blocked_by_operator = true, label = null
     where member_id = whose;
    insert into coalition.consent (member_id, tenant_id, purpose, given, at, text_version, language, shown, channel, by_subject, by_name)
    select whose, tenant_id, 'contact', false, now(), '', '', '', 'desk', '', ''
      from coalition.enrollment where member_id = whose and contact_consent_at is not null;
    update coalition.enrollment set contact_consent_at = null where member_id = whose;
    update coalition.member_merge
       set reason = '—', undo_reason = case when undone_at is not null then '—' end
     where member_id = whose or into_id = whose;
    delete from coalition.code_attempt where member_id = whose;
    delete from coalition.confirmation_code where member_id = whose;
    return true;
end $$;

revoke all on function
    coalition.person_of(bigint),
    coalition.members_of_person(bigint),
    coalition.tier_of_person(bigint, text, integer),
    coalition.cards_name_their_person(bigint),
    coalition.link_member(bigint, bigint, timestamptz, text, integer),
    coalition.unlink_member(bigint, timestamptz, text, timestamptz),
    coalition.note_of_merge(bigint, boolean, bigint, bigint)
    from public;
grant execute on function
    coalition.person_of(bigint),
    coalition.tier_of_person(bigint, text, integer),
    coalition.link_member(bigint, bigint, timestamptz, text, integer),
    coalition.unlink_member(bigint, timestamptz, text, timestamptz),
    coalition.note_of_merge(bigint, boolean, bigint, bigint)
    to kontor_poster;
