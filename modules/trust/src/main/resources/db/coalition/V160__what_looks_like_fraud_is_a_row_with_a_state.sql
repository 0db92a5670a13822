-- What looks like fraud: a row that somebody looks at and closes, not a mail that somebody deletes. What happens again while nobody has
-- closed it is counted in the row that is there, so that whoever is refused ten thousand times makes one row.
create table coalition.signal (
    signal_id   bigint generated always as identity primary key,
    tenant_id   integer,
    kind        text        not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    about_kind  text        not null check (about_kind in ('member', 'person', 'client', 'outlet', 'card')),
    about       text        not null check (length(about) between 1 and 200),
    occurrence  text        check (length(occurrence) between 1 and 200),
    state       text        not null default 'new' check (state in ('new', 'looked-at', 'founded', 'unfounded')),
    facts       jsonb       not null,
    times       integer     not null default 1 check (times > 0),
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    note        text        check (length(note) <= 500),
    changed_by  text,
    changed_at  timestamptz,
    version     integer     not null default 0
);

comment on column coalition.signal.tenant_id is 'Null where it concerns several brands: for the operator. No reference: signals outlive a removed tenant.';
comment on column coalition.signal.occurrence is 'What of its kind it is, where that is found again by whoever looks again: it is raised once, whatever became of it.';
comment on column coalition.signal.facts is 'A list of what led to it, one object each time; the first twenty times.';

create unique index signal_that_is_open on coalition.signal (kind, coalesce(tenant_id, 0), about_kind, about)
 where occurrence is null and state in ('new', 'looked-at');
create unique index signal_that_occurred_once on coalition.signal (kind, coalesce(tenant_id, 0), occurrence) where occurrence is not null;
create index signal_of_tenant on coalition.signal (tenant_id, signal_id);

call coalition.protect_rows('coalition.signal');

-- A brand looks at what concerns it and says what it made of it; what led to it, it cannot change, and it cannot delete it.
grant select on coalition.signal to kontor_operator, kontor_tenant;
grant update (state, note, changed_by, changed_at, version) on coalition.signal to kontor_operator, kontor_tenant;

-- Whoever meets something raises it, under any role; a brand for itself only. Answers the signal's number, or null where it occurred before.
create function coalition.raise_signal(
        concerned integer, what text, whom_kind text, whom text, once text, fact jsonb, at timestamptz, how_often integer) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    asking integer := coalition.current_tenant_id();
    raised bigint;
begin
    if asking is not null and concerned is distinct from asking then
        raise insufficient_privilege using message = 'a brand raises signals that concern it';
    end if;
    if once is not null then
        insert into coalition.signal (tenant_id, kind, about_kind, about, occurrence, facts, times, first_at, last_at)
        values (concerned, what, whom_kind, whom, once, jsonb_build_array(fact), how_often, at, at)
        on conflict (kind, coalesce(tenant_id, 0), occurrence) where occurrence is not null do nothing
        returning signal_id into raised;
        return raised;
    end if;
    insert into coalition.signal (tenant_id, kind, about_kind, about, facts, times, first_at, last_at)
    values (concerned, what, whom_kind, whom, jsonb_build_array(fact), how_often, at, at)
    on conflict (kind, coalesce(tenant_id, 0), about_kind, about) where occurrence is null and state in ('new', 'looked-at')
    do update set times   = least(signal.times::bigint + excluded.times, 2000000000)::integer,
                  last_at = greatest(signal.last_at, excluded.last_at),
                  facts   = case when jsonb_array_length(signal.facts) < 20 then signal.facts || excluded.facts else signal.facts end
    returning signal_id into raised;
    return raised;
end $$;
revoke all on function coalition.raise_signal(integer, text, text, text, text, jsonb, timestamptz, integer) from public;
grant execute on function coalition.raise_signal(integer, text, text, text, text, jsonb, timestamptz, integer)
    to kontor_operator, kontor_poster, kontor_tenant;
