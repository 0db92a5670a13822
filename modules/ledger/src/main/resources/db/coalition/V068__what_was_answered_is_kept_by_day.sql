-- What members had, written once a day for those to whom something happened; all pockets of a member together. The state after
-- the member's posting posting_id, whatever the clocks said. See modules/ledger/docs/0008-the-past.md.
create table coalition.balance_snapshot (
    member_id     bigint not null,
    posting_id    bigint not null,
    earned        bigint not null check (earned >= 0),
    consumed      bigint not null check (consumed >= 0),
    held          bigint not null check (held >= 0),
    owed          bigint not null check (owed >= 0),
    taken_at      timestamptz not null,
    last_activity date,
    pocket        smallint not null,
    primary key (member_id, posting_id, pocket)
);

comment on column coalition.balance_snapshot.owed is 'By the member, to all partners; the same in every pocket''s row.';

-- How far a day's snapshot has come. The last portion of a day reaches the greatest number there is.
create table coalition.balance_snapshot_progress (
    day            date not null,
    through_member bigint not null,
    pockets        bigint not null,
    taken_at       timestamptz not null,
    primary key (day, through_member)
);

-- Sums of a window over all transactions before one behind which nothing was under way: no late commit can fall into them.
create table coalition.position_watermark (
    window_start     date not null,
    until_xid        bigint not null,
    latest_posted_at timestamptz not null,
    taken_at         timestamptz not null,
    primary key (window_start, until_xid)
);

comment on column coalition.position_watermark.latest_posted_at is 'Of all transfers in it: for moments from then on, it is part of the answer.';

create table coalition.position_snapshot (
    window_start   date not null,
    until_xid      bigint not null,
    business_month date not null,
    points         bigint not null check (points > 0),
    transfers      bigint not null check (transfers > 0),
    tenant_id      integer not null,
    outlet_id      integer not null,
    kind           "char" not null,
    primary key (window_start, until_xid, tenant_id, outlet_id, kind, business_month)
);

call coalition.protect_rows('coalition.position_snapshot');
grant select, insert on coalition.balance_snapshot, coalition.balance_snapshot_progress, coalition.position_watermark,
                        coalition.position_snapshot to kontor_operator;
