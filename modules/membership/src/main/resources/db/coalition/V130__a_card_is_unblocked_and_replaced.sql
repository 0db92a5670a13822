-- A card that was found again is usable again; a lost or worn one is replaced by another number of the same member; and a member may
-- hold several at once. The number that was replaced stays for good and finds the member.
alter table coalition.card
    add column replaced_by         text references coalition.card,
    add column blocked_by_operator boolean not null default false,
    add column label               text check (length(label) between 1 and 40),
    add constraint card_replaced_is_blocked check (replaced_by is null or blocked_at is not null and replaced_by <> card_number);
comment on column coalition.card.replaced_by is
    'The newest number that stands for this one: when that is replaced in turn, this follows. What stood in between is in the audit trail.';
comment on column coalition.card.blocked_by_operator is 'Only the operator unblocks or replaces what it has blocked itself.';
comment on column coalition.card.label is 'Who carries this one of several cards, in the member''s own words.';

update coalition.card c
   set blocked_by_operator = true
 where blocked_at is not null
   and exists (select from coalition.audit_entry a
                where a.tenant_id is null and a.action = 'block-card' and a.subject = 'card ' || c.card_number);

-- Asked for every purchase, answered by the index alone.
drop index coalition.card_shown;
create unique index card_shown on coalition.card (card_number) include (member_id, blocked_at, holder_active, replaced_by);
grant select (replaced_by) on coalition.card to kontor_poster;

-- Who is shown a card learns that another stands for it, and how that one ends: two digits tell a guest which card is meant, and are too
-- few to find it by. Numbers are issued one after the other; four would be as good as all.
drop function coalition.card_holder(text);
create function coalition.card_holder(number text)
    returns table (member_id bigint, given_name text, family_name text, language text, state text, member_since date,
                   card_program text, blocked boolean, replaced_by_ending text, issued_on date)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select m.member_id, m.given_name, m.family_name, m.language, m.state, m.member_since,
           c.card_program, c.blocked_at is not null, right(c.replaced_by, 2), c.issued_on
      from coalition.card c
      join coalition.member m on m.member_id = c.member_id
     where c.card_number = number
$$;

drop function coalition.card_bearer(text, integer);
create function coalition.card_bearer(number text, tenant integer)
    returns table (member_id bigint, given_name text, family_name text, language text, state text, member_since date,
                   blocked boolean, replaced_by_ending text, tier text, enrolled boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select m.member_id, m.given_name, m.family_name, m.language, m.state, m.member_since,
           c.blocked_at is not null, right(c.replaced_by, 2), coalesce(e.tier, 'member'), e.member_id is not null
      from coalition.card c
      join coalition.member m on m.member_id = c.member_id
      left join coalition.enrollment e on e.member_id = c.member_id and e.tenant_id = tenant
     where c.card_number = number
$$;

revoke all on function coalition.card_holder(text), coalition.card_bearer(text, integer) from public;
grant execute on function coalition.card_holder(text) to kontor_tenant, kontor_operator;
grant execute on function coalition.card_bearer(text, integer) to kontor_poster;
