-- What tills asked beside purchases, and the answers as they were given first: filed from the outbox as purchases are, under the
-- posting's number, and never changed.
create table redemption (
    member_id       bigint  not null,
    number          bigint  not null,
    outlet_id       integer not null,
    card_number     text    not null,
    business_date   date    not null,
    points          bigint  not null check (points > 0),
    amount          numeric,
    currency        text check (currency ~ '^[A-Z]{3}$'),
    reference       text    not null,
    expires         timestamptz not null,
    available_after bigint  not null,
    posted_at       timestamptz not null,
    primary key (member_id, number)
);
comment on column redemption.amount is 'what the points pay; empty where a file reported them and the tenant has several currencies';
comment on column redemption.expires is 'the end of a hold that has no row in redemption_end by then';

-- A row of its own, because the end may be filed before its hold is.
create table redemption_end (
    member_id       bigint not null,
    number          bigint not null,
    end_number      bigint not null,
    state           text   not null check (state in ('captured', 'voided')),
    business_date   date   not null,
    points          bigint not null check (points >= 0),
    amount          numeric,
    currency        text check (currency ~ '^[A-Z]{3}$'),
    available_after bigint not null,
    posted_at       timestamptz not null,
    primary key (member_id, number)
);
comment on column redemption_end.number is 'the hold''s';

create table gift (
    member_id             bigint  not null,
    number                bigint  not null,
    outlet_id             integer not null,
    card_number           text    not null,
    recipient_card_number text    not null,
    business_date         date    not null,
    points                bigint  not null check (points > 0),
    available_after       bigint  not null,
    posted_at             timestamptz not null,
    primary key (member_id, number)
);
comment on column gift.member_id is 'the giver';

-- Empty in what was reversed before answers were kept.
alter table purchase_reversal
    add column business_date   date,
    add column taken_back      bigint,
    add column debt_after      bigint,
    add column available_after bigint,
    add column posted_at       timestamptz;

alter table purchase add column award jsonb;
alter table purchase alter column award set statistics 0;
comment on column purchase.award is
    'who paid for the points, where it was not the tenant alone: [[points, pocket, funder, rule], …]; else the program''s version says it';

-- A till asks by its own words. The day comes first: what is filed now goes to the end of the index.
create index purchase_by_reference on purchase (business_date, reference);
create index redemption_by_reference on redemption (business_date, reference);

-- What was filed stays as it is. The tenant's role has the name of its schema.
do $$
begin
    execute format('revoke update, delete on redemption, redemption_end, gift from %I', current_schema());
end $$;
