create extension if not exists pg_trgm with schema coalition;

create sequence coalition.member_id;
create sequence coalition.card_serial;

create table coalition.member (
    member_id    bigint primary key default nextval('coalition.member_id'),
    given_name   text not null check (length(given_name) between 1 and 80),
    family_name  text not null check (length(family_name) between 1 and 80),
    search_name  text not null,
    phone        text check (length(phone) <= 30),
    phone_digits text generated always as (regexp_replace(phone, '[^0-9]', '', 'g')) stored,
    email        text check (length(email) <= 254),
    language     text not null,
    state        text not null default 'active' check (state in ('active', 'closed')),
    member_since date not null
);
comment on column coalition.member.search_name is
    'Family and given name without accents, in lower case, with a space before each word, so that a word''s beginning can be searched for.';

create index member_by_name on coalition.member (search_name, member_id);
create index member_by_part_of_name on coalition.member using gin (search_name coalition.gin_trgm_ops);
create index member_by_part_of_phone on coalition.member using gin (phone_digits coalition.gin_trgm_ops);
create index member_by_email on coalition.member (lower(email) text_pattern_ops);

create table coalition.card (
    card_number  text primary key check (card_number ~ '^[0-9]{16}$'),
    member_id    bigint not null references coalition.member,
    card_program text not null default 'coalition',
    issued_on    date not null,
    blocked_at   timestamptz
);
create index card_of_member on coalition.card (member_id, issued_on desc, card_number);

create table coalition.enrollment (
    member_id   bigint not null references coalition.member,
    tenant_id   integer not null references coalition.tenant,
    tier        text not null default 'member',
    enrolled_on date not null,
    search_name text not null,
    primary key (member_id, tenant_id)
);
comment on column coalition.enrollment.search_name is
    'The member''s, kept equal by a trigger: a brand''s guests can be walked in the order of their names without reading anybody else''s.';
create index enrollment_by_name on coalition.enrollment (tenant_id, search_name, member_id);

create table coalition.confirmation_code (
    member_id      bigint primary key references coalition.member,
    salt           bytea not null check (length(salt) = 16),
    hash           bytea not null check (length(hash) = 32),
    wrong_in_a_row smallint not null default 0,
    locked_until   timestamptz
);

create function coalition.enrollment_follows_name() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    update coalition.enrollment set search_name = new.search_name where member_id = new.member_id;
    return null;
end $$;
create trigger enrollment_follows_name after update of search_name on coalition.member
    for each row when (old.search_name is distinct from new.search_name) execute function coalition.enrollment_follows_name();

call coalition.protect_rows('coalition.enrollment');

-- Members and cards belong to no tenant: a tenant sees those that are enrolled with it. The subselect runs under the
-- tenant's role too, so it already shows no other tenant's enrolments.
alter table coalition.member enable row level security;
alter table coalition.member force row level security;
create policy all_rows on coalition.member to kontor_operator, kontor_poster using (true);
create policy enrolled_here on coalition.member for select to kontor_tenant
    using (exists (select from coalition.enrollment e
                    where e.member_id = member.member_id and e.tenant_id = (select coalition.current_tenant_id())));

alter table coalition.card enable row level security;
alter table coalition.card force row level security;
create policy all_rows on coalition.card to kontor_operator, kontor_poster using (true);
create policy enrolled_here on coalition.card for select to kontor_tenant
    using (exists (select from coalition.enrollment e
                    where e.member_id = card.member_id and e.tenant_id = (select coalition.current_tenant_id())));

alter table coalition.confirmation_code enable row level security;
alter table coalition.confirmation_code force row level security;
create policy all_rows on coalition.confirmation_code to kontor_operator, kontor_poster using (true);

grant usage on sequence coalition.member_id, coalition.card_serial to kontor_operator;
grant select on coalition.member, coalition.card, coalition.enrollment to kontor_tenant, kontor_operator;
grant insert, update on coalition.member, coalition.card, coalition.enrollment, coalition.confirmation_code to kontor_operator;

-- The poster needs to know whose card it is and whether it may be used; no names, no addresses.
grant select (member_id, state) on coalition.member to kontor_poster;
grant select (card_number, member_id, blocked_at) on coalition.card to kontor_poster;
grant select (member_id, tenant_id, tier) on coalition.enrollment to kontor_poster;
grant select, update on coalition.confirmation_code to kontor_poster;
