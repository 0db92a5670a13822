-- Several servers share a database, and each of them could do what nobody asks for: the one whose row it is does it. A server that died
-- renews no more, and another one takes over.
create table coalition.lease (
    name     text primary key,
    holder   text not null,
    until    timestamptz not null,
    taken_at timestamptz not null
);

comment on table coalition.lease is 'Who does what runs by itself. Times are the database''s: servers'' clocks differ.';
comment on column coalition.lease.until is 'Renewed while the holder lives; later than this, whoever comes first takes it.';

-- Few rows that change every few seconds: they stay in one page.
alter table coalition.lease set (fillfactor = 10, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 200);

grant select, insert, update, delete on coalition.lease to kontor_operator;
