-- What became of the points of a purchase that was taken back (see docs/reversals.md).
create table coalition.reversal (
    member_id   bigint not null,
    purchase_id bigint not null,
    posting_id  bigint not null,
    taken       bigint not null check (taken >= 0),
    owed        bigint not null check (owed >= 0),
    lapsed      bigint not null check (lapsed >= 0),
    posted_at   timestamptz not null,
    tenant_id   integer not null,
    outlet_id   integer not null,
    primary key (member_id, purchase_id)
);

call coalition.protect_rows('coalition.reversal');
grant select on coalition.reversal to kontor_operator;
grant select, insert on coalition.reversal to kontor_poster;
