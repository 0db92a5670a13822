-- Points reserved for a redemption, one row per pocket they come from.
create table coalition.hold (
    member_id bigint not null,
    hold_id   bigint not null,
    points    bigint not null check (points > 0),
    posted_at timestamptz not null,
    expires   timestamptz not null,
    tenant_id integer not null,
    outlet_id integer not null,
    pocket    smallint not null,
    primary key (member_id, hold_id, pocket)
);

call coalition.protect_rows('coalition.hold');
grant select on coalition.hold to kontor_operator;
grant select, insert on coalition.hold to kontor_poster;

-- How a hold ended. The primary key is the hold: it ends once.
create table coalition.hold_outcome (
    member_id  bigint not null,
    hold_id    bigint not null,
    posting_id bigint not null,
    points     bigint not null check (points >= 0),
    posted_at  timestamptz not null,
    tenant_id  integer not null,
    outcome    "char" not null check (outcome in ('C', 'V', 'X')),
    primary key (member_id, hold_id),
    check ((points > 0) = (outcome = 'C'))
);

comment on column coalition.hold_outcome.outcome is 'Captured, voided, expired.';
comment on column coalition.hold_outcome.points is 'Captured points; the rest of the hold was released.';

call coalition.protect_rows('coalition.hold_outcome');
grant select on coalition.hold_outcome to kontor_operator;
grant select, insert on coalition.hold_outcome to kontor_poster;
