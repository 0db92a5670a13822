-- Lines that would take back what was posted, and are kept for a person because the brand wants it so. They say what a till said, and
-- hence belong to the brand; they are written with the batch that read them, like the file's own row.
create table coalition.feed_held (
    held_id       bigint generated always as identity primary key,
    tenant_id     integer not null,
    feed_id       bigint not null,
    line_number   bigint not null,
    kind          text not null check (kind in ('sale', 'called-off', 'refund', 'redemption', 'redemption-called-off')),
    outlet        text not null,
    business_date date not null,
    reference     text not null,
    version       text not null,
    line          jsonb not null,
    raw           text not null check (length(raw) <= 4000),
    standing      text not null,
    state         text not null default 'HELD' check (state in ('HELD', 'POSTED', 'DISCARDED', 'REPLACED')),
    held_at       timestamptz not null,
    decided_at    timestamptz,
    decided_by    text,
    check ((state in ('POSTED', 'DISCARDED')) = (decided_by is not null))
);

comment on column coalition.feed_held.version is 'A hash of what the line says of its ticket: who sends it again adds nothing.';
comment on column coalition.feed_held.line is 'What is posted when a person says so.';
comment on column coalition.feed_held.raw is 'The line as it stands in the file, or the first lines of a ticket.';
comment on column coalition.feed_held.standing is 'What stood posted for the ticket when the line came.';
comment on column coalition.feed_held.state is 'Replaced: a later file said something else of the same ticket.';

create unique index feed_held_once on coalition.feed_held (tenant_id, business_date, outlet, reference, version);
create index feed_held_waiting on coalition.feed_held (tenant_id, held_id desc) where state = 'HELD';

call coalition.protect_rows('coalition.feed_held');
grant select, update on coalition.feed_held to kontor_tenant;
grant select, insert, update on coalition.feed_held to kontor_poster;

alter table coalition.feed_file
    add column lines_held bigint not null default 0,
    add column columns_repeated text[] not null default '{}';

comment on column coalition.feed_file.columns_repeated is 'Stand in the header twice, and nothing reads them.';
