-- Up to which transaction of the ledger a round looked for what looks like fraud: raised and remembered in one transaction, so that what one server
-- began and another goes on with is raised once.
create table coalition.signal_round (
    name      text primary key,
    until_xid bigint      not null,
    at        timestamptz not null
);
grant select, insert, update on coalition.signal_round to kontor_operator;
