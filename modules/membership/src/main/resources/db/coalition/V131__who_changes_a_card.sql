-- What a desk does with cards. A brand changes those of members enrolled with it; to others it says that it does not know the card.

-- Remembers what the operator blocked, also over a brand's block.
create or replace function coalition.block_card(number text, at timestamptz) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    operator boolean := current_setting('role') = 'kontor_operator';
begin
    update coalition.card c
       set blocked_at = coalesce(blocked_at, at), blocked_by_operator = blocked_by_operator or operator
     where card_number = number
       and (operator
            or exists (select from coalition.enrollment e
                        where e.member_id = c.member_id and e.tenant_id = coalition.current_tenant_id()));
    return found;
end $$;

-- The card and its member, who is locked: of two that change a member's cards at once the second sees what the first did. No row when the
-- caller does not know the member.
create function coalition.card_to_change(number text, out card coalition.card)
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    holder bigint;
begin
    select c.member_id into holder
      from coalition.card c
     where c.card_number = number
       and (current_setting('role') = 'kontor_operator'
            or exists (select from coalition.enrollment e
                        where e.member_id = c.member_id and e.tenant_id = coalition.current_tenant_id()));
    perform from coalition.member where member_id = holder for no key update;
    select c.* into card from coalition.card c where c.card_number = number and c.member_id = holder;
end $$;

-- Answers what became of it: unblocked, unknown, usable, replaced, operators, too-many.
create function coalition.unblock_card(number text, at_most integer, out outcome text, out replaced_by_ending text)
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    changed coalition.card := coalition.card_to_change(number);
begin
    replaced_by_ending := right(changed.replaced_by, 2);
    outcome := case
        when changed.card_number is null then 'unknown'
        when changed.replaced_by is not null then 'replaced'
        when changed.blocked_at is null then 'usable'
        when changed.blocked_by_operator and current_setting('role') <> 'kontor_operator' then 'operators'
        when (select count(*) from coalition.card c where c.member_id = changed.member_id and c.blocked_at is null) >= at_most
            then 'too-many'
        else 'unblocked' end;
    if outcome = 'unblocked' then
        update coalition.card set blocked_at = null, blocked_by_operator = false where card_number = number;
    end if;
end $$;

-- The answer that was lost is given again to whoever asked, and to nobody else: by the asker's own key.
create table coalition.card_request (
    requester   integer not null,
    request_key text not null check (length(request_key) between 1 and 128),
    asked       text not null,
    issued      text not null,
    primary key (requester, request_key)
);
comment on column coalition.card_request.requester is 'The tenant, 0 for the operator.';
comment on column coalition.card_request.asked is 'What was asked for and of which card: the same key with anything else is a mistake.';

-- Issues another card to the member who holds the card asked: in its place, or beside it. Answers what became of it: issued, again, reused,
-- unknown, closed, replaced, blocked, operators, too-many. Whoever gets another answer than the first two rolls back, and its key is free.
create function coalition.issue_card(
        asked text, in_its_place boolean, new_number text, new_label text, today date, at timestamptz, key text, at_most integer,
        out outcome text, out issued text, out replaced_by_ending text)
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    operator  boolean := current_setting('role') = 'kontor_operator';
    asking    integer := case when operator then 0 else coalition.current_tenant_id() end;
    what      text    := concat_ws(' ', case when in_its_place then 'replace' else 'add' end, asked, new_label);
    changed   coalition.card;
    remembered coalition.card_request;
begin
    if asking is null then
        raise insufficient_privilege using message = 'a brand or the operator issues cards';
    end if;
    insert into coalition.card_request values (asking, key, what, new_number) on conflict do nothing;
    if not found then
        select * into remembered from coalition.card_request r where r.requester = asking and r.request_key = key;
        issued := remembered.issued;
        outcome := case when remembered.asked = what then 'again' else 'reused' end;
        return;
    end if;
    changed := coalition.card_to_change(asked);
    replaced_by_ending := right(changed.replaced_by, 2);
    outcome := case
        when changed.card_number is null then 'unknown'
        when not changed.holder_active then 'closed'
        when changed.replaced_by is not null then 'replaced'
        when changed.blocked_by_operator and not operator then 'operators'
        when changed.blocked_at is not null and not in_its_place then 'blocked'
        when not (in_its_place and changed.blocked_at is null)
             and (select count(*) from coalition.card c where c.member_id = changed.member_id and c.blocked_at is null) >= at_most
            then 'too-many'
        else 'issued' end;
    if outcome <> 'issued' then
        return;
    end if;
    issued := new_number;
    insert into coalition.card (card_number, member_id, card_program, issued_on, label)
    values (new_number, changed.member_id, changed.card_program, today, case when in_its_place then changed.label else new_label end);
    if in_its_place then
        update coalition.card
           set blocked_at = coalesce(blocked_at, at), replaced_by = new_number
         where member_id = changed.member_id and (card_number = asked or replaced_by = asked);
    end if;
end $$;

revoke all on function
    coalition.card_to_change(text),
    coalition.unblock_card(text, integer),
    coalition.issue_card(text, boolean, text, text, date, timestamptz, text, integer)
    from public;
grant execute on function
    coalition.unblock_card(text, integer),
    coalition.issue_card(text, boolean, text, text, date, timestamptz, text, integer)
    to kontor_tenant, kontor_operator;
-- It issues cards in place of others, as a brand does.
grant execute on function coalition.next_card_serial() to kontor_operator;
