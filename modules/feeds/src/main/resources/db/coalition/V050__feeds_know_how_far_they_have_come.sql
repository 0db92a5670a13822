-- Every file that a tenant sent. The row is the feed's checkpoint and its receipt at once: it changes in the transaction that posts
-- the batch, so that a crash neither loses nor repeats a line and the counts are exact at every moment.
create table coalition.feed_file (
    feed_id         bigint generated always as identity primary key,
    tenant_id       integer not null,
    file_name       text not null check (length(file_name) <= 120),
    stored_name     text not null,
    source_key      text not null,
    state           text not null check (state in ('WAITING', 'RUNNING', 'STOPPED', 'DONE', 'REFUSED')),
    layout          text,
    bytes           bigint not null,
    lines_total     bigint,
    position_bytes  bigint not null default 0,
    position_lines  bigint not null default 0,
    long_ticket     text,
    lines_posted    bigint not null default 0,
    lines_known     bigint not null default 0,
    lines_refused   bigint not null default 0,
    skipped         jsonb not null default '{}',
    purchases       bigint not null default 0,
    points          bigint not null default 0,
    rejects_bytes   bigint not null default 0,
    runner          text,
    lease_until     timestamptz,
    received_at     timestamptz not null,
    finished_at     timestamptz,
    worked_millis   bigint not null default 0,
    refusal_code    text,
    refusal_details jsonb
);

comment on column coalition.feed_file.stored_name is 'Its name in the tenant''s work folder.';
comment on column coalition.feed_file.source_key is 'Name, size and time of the file as it was found, so that two nodes or a restart take it once.';
comment on column coalition.feed_file.position_bytes is 'Where the first line begins that is not posted yet.';
comment on column coalition.feed_file.long_ticket is 'A ticket of too many lines that reaches across the checkpoint; the rest of it is refused too.';
comment on column coalition.feed_file.rejects_bytes is 'Length of the reject file that belongs to this checkpoint.';
comment on column coalition.feed_file.runner is 'The node that works on it while lease_until has not passed.';

create index feed_file_of_tenant on coalition.feed_file (tenant_id, feed_id desc);
create index feed_file_unfinished on coalition.feed_file (tenant_id, feed_id) where state in ('WAITING', 'RUNNING');
create unique index feed_file_is_taken_once on coalition.feed_file (tenant_id, source_key)
    where state in ('WAITING', 'RUNNING', 'STOPPED');
create unique index feed_file_is_stored_once on coalition.feed_file (tenant_id, stored_name);

call coalition.protect_rows('coalition.feed_file');
grant select on coalition.feed_file to kontor_operator;
grant select, insert, update on coalition.feed_file to kontor_tenant;
grant select, update on coalition.feed_file to kontor_poster;
