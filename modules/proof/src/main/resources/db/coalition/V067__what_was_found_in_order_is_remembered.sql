-- That the transfers of a line lie in the order in which they were posted, and no number is there twice, can only be seen by
-- sorting. So the coherence check remembers up to where it did, with a sum of hashes over those rows: as long as the sum is the
-- same, only newer rows are sorted. See docs/0010-coherence.md.
create table coalition.coherence_walk (
    walk_no   bigint generated always as identity primary key,
    until_xid xid8 not null,
    transfers bigint not null check (transfers >= 0),
    hash_key  bigint not null,
    content   numeric not null,
    walked_at timestamptz not null
);

comment on column coalition.coherence_walk.until_xid is 'The first transaction that was not walked.';
comment on column coalition.coherence_walk.hash_key is 'Drawn for this walk.';

grant select, insert on coalition.coherence_walk to kontor_operator;
