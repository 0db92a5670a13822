-- When the whole ledger was verified, and what differed. The rows say what was seen then: they are never changed.
create table coalition.ledger_verification (
    verification_no bigint generated always as identity primary key,
    began_at        timestamptz not null,
    ended_at        timestamptz not null,
    asked_by        text,
    transfers       bigint not null,
    seals           bigint not null,
    sealed          bigint not null,
    rules           text[] not null,
    places          text[] not null check (cardinality(places) = cardinality(rules))
);

comment on column coalition.ledger_verification.asked_by is 'The name of who asked; null for the daily one.';
comment on column coalition.ledger_verification.rules is 'One entry for each finding: the rule that is broken; places names the row that breaks it.';

grant select, insert on coalition.ledger_verification to kontor_operator;
