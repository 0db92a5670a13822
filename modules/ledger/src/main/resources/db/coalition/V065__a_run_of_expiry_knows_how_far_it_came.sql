-- How far the lapsing of points came, one row per day for which it was run. It only saves time and tells people: what has
-- lapsed is not due any more, so losing this row would lapse nothing twice.
create table coalition.expiry_run (
    as_of          date primary key,
    through_member bigint not null default 0,
    members        bigint not null default 0,
    points         bigint not null default 0,
    started_at     timestamptz not null,
    moved_at       timestamptz not null,
    stopped_at     timestamptz,
    ended_at       timestamptz,
    check (stopped_at is null or ended_at is null)
);

comment on column coalition.expiry_run.through_member is 'Members up to this number are done.';
comment on column coalition.expiry_run.moved_at is 'When its last batch was committed: a run that was cut off stands still.';

grant select, insert, update on coalition.expiry_run to kontor_poster;
grant select on coalition.expiry_run to kontor_operator;
