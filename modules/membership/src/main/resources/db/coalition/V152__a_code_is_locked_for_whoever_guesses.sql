-- A confirmation code is hashed slowly, locked for whoever sends wrong ones and not for others, and can be renewed.
alter table coalition.confirmation_code
    add column slow boolean not null default false;
comment on column coalition.confirmation_code.slow is
    'Whether the hash under the key was hashed slowly, too: not yet of codes that came from a file, or from before, and were never right since.';
comment on column coalition.confirmation_code.locked_until is 'For all callers, when several were locked out of it within a day.';
revoke update on coalition.confirmation_code from kontor_poster;
alter table coalition.confirmation_code drop column wrong_in_a_row;
grant update (locked_until) on coalition.confirmation_code to kontor_poster;

create table coalition.code_attempt (
    member_id      bigint      not null references coalition.member,
    caller         bigint      not null,
    wrong_in_a_row smallint    not null,
    locks          smallint    not null,
    locked_until   timestamptz,
    last_wrong_at  timestamptz not null,
    primary key (member_id, caller)
);
comment on table coalition.code_attempt is 'Wrong codes of one member by one caller; gone with the first right one.';
comment on column coalition.code_attempt.caller is 'A hash of brand and subject.';
comment on column coalition.code_attempt.locks is 'How often in a row it was locked for the caller: each time for longer.';
grant select, insert, update, delete on coalition.code_attempt to kontor_poster;

-- The same code with another hash. Whoever changes it must have compared the one that is there.
create function coalition.hash_code_slowly(whose bigint, before bytea, new_salt bytea, new_hash bytea) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    update coalition.confirmation_code
       set salt = new_salt, hash = new_hash, slow = true
     where member_id = whose and hash = before and not slow;
    return found;
end $$;

-- Another code for the member who holds the card, locked for nobody. Null when the caller does not know the member.
create function coalition.renew_code(number text, new_salt bytea, new_hash bytea) returns bigint
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
    if holder is not null then
        insert into coalition.confirmation_code (member_id, salt, hash, slow) values (holder, new_salt, new_hash, true)
        on conflict (member_id) do update set salt = excluded.salt, hash = excluded.hash, slow = true, locked_until = null;
        delete from coalition.code_attempt where member_id = holder;
    end if;
    return holder;
end $$;

-- A new member's code is hashed slowly from the first day.
create or replace function coalition.enrol_new_member(
        given text, family text, search text, phone text, email text, language text, card text, today date, salt bytea, hash bytea)
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
    insert into coalition.enrollment (member_id, tenant_id, enrolled_on, search_name) values (created, here, today, search);
    return created;
end $$;

revoke all on function
    coalition.hash_code_slowly(bigint, bytea, bytea, bytea),
    coalition.renew_code(text, bytea, bytea)
    from public;
grant execute on function coalition.hash_code_slowly(bigint, bytea, bytea, bytea) to kontor_poster;
grant execute on function coalition.renew_code(text, bytea, bytea) to kontor_tenant, kontor_operator;
