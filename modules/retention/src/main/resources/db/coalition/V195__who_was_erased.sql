-- Who was erased: a number, when, and why. It begins with the first transaction and ends when nothing of the member is under way any more.
create table coalition.erasure (
    member_id    bigint      primary key,
    asked_at     timestamptz not null,
    asked_by     text        not null check (length(asked_by) between 1 and 200),
    reason       text        not null check (length(reason) between 1 and 200),
    points       bigint      not null default 0 check (points >= 0),
    looked_at    timestamptz,
    waits_for    text[]      not null default '{}',
    done_at      timestamptz
);
comment on table coalition.erasure is 'Kept for good: it is how an operator shows that a wish was carried out, and it names nobody.';
comment on column coalition.erasure.points is 'Given up with it.';
comment on column coalition.erasure.waits_for is 'What of the member was still under way when it was last looked at.';
create index erasure_under_way on coalition.erasure (member_id) where done_at is null;

grant select, insert, update on coalition.erasure to kontor_operator;
