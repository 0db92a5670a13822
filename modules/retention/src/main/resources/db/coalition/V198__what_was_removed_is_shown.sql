-- Of each kind of data that is kept for a period: when it was last looked at, and how much went.
create table coalition.retention_run (
    kind           text        primary key check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    ran_at         timestamptz not null,
    kept_since     timestamptz not null,
    removed        bigint      not null check (removed >= 0),
    removed_in_all bigint      not null check (removed_in_all >= removed),
    failure        text        check (length(failure) <= 200)
);
comment on column coalition.retention_run.kept_since is 'What was older went.';
comment on column coalition.retention_run.failure is 'What the last run ended with, if it failed; nothing is counted of it then.';

grant select, insert, update on coalition.retention_run to kontor_operator;
