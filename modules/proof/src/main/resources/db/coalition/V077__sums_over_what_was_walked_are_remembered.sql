-- With the order that the coherence check has seen, it remembers its sums over the same transfers, so that the next check reads of them
-- only whether they are the same. What was remembered before holds no sums; the next check makes it anew.
drop table coalition.coherence_walk;

create table coalition.coherence_walk (
    walk_no      bigint generated always as identity primary key,
    until_xid    xid8 not null,
    sealed_until xid8 not null,
    hash_key     bigint not null,
    basis        text not null,
    walked_at    timestamptz not null
);

comment on column coalition.coherence_walk.until_xid is 'The first transaction that was not walked; all before it were over.';
comment on column coalition.coherence_walk.sealed_until is 'Up to where the sum of sealed transfers reaches.';
comment on column coalition.coherence_walk.hash_key is 'Of all its sums. Drawn by the check that read everything, and handed on from walk to walk.';
comment on column coalition.coherence_walk.basis is 'What the sums rest on besides transfers: accounts of kinds, windows, and the queries themselves.';

create table coalition.coherence_sum (
    walk_no bigint not null references coalition.coherence_walk,
    name    text not null,
    value   numeric not null,
    primary key (walk_no, name)
);

comment on column coalition.coherence_sum.name is 'As in sql/ledger/coherence/screen.';

grant select, insert on coalition.coherence_walk, coalition.coherence_sum to kontor_operator;
