-- When a brand's mapping says that a file is expected: one row for each time at which one was due, with the file that came for it. The first
-- row of a mapping only says from when on it is expected.
create table coalition.feed_due (
    tenant_id integer not null,
    name      text not null check (length(name) <= 40),
    due       timestamptz not null,
    state     text not null check (state in ('BEGUN', 'CAME', 'MISSING', 'LATE', 'SET_ASIDE')),
    feed_id   bigint,
    noted_at  timestamptz not null,
    told_at   timestamptz,
    primary key (tenant_id, name, due),
    check ((state in ('CAME', 'LATE')) = (feed_id is not null))
);

comment on column coalition.feed_due.state is
    'Missing: due and not there; late: it came after it was due; set aside: a person said that it need not come any more.';
comment on column coalition.feed_due.told_at is 'When those who are written to were told that it is missing.';

create index feed_due_open on coalition.feed_due (tenant_id, due) where state = 'MISSING';

call coalition.protect_rows('coalition.feed_due');
grant select, insert, update on coalition.feed_due to kontor_tenant;
