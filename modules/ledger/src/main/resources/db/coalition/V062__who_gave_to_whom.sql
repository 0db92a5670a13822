-- One row per gift: the request's posting, who got the points, and where it was asked for.
create table coalition.gift (
    member_id     bigint not null,
    posting_id    bigint not null,
    recipient_id  bigint not null,
    points        bigint not null check (points > 0),
    posted_at     timestamptz not null,
    business_date date not null,
    tenant_id     integer not null,
    outlet_id     integer not null,
    primary key (member_id, posting_id),
    check (recipient_id <> member_id)
);

comment on column coalition.gift.member_id is 'The giver.';

call coalition.protect_rows('coalition.gift');
grant select on coalition.gift to kontor_operator;
grant select, insert on coalition.gift to kontor_poster;
