-- Two members turn out to be one person. The merged account stays where it is, with all that was ever posted in its name; whatever it has and
-- gets passes on to the surviving one, and what it needs comes from there. As a gift, this goes through transit: in the name of the partner
-- that issued the points, on the day on which it did, at no price.
insert into coalition.transfer_kind (kind, name, debit_account, credit_account) values
    ('M', 'merged away', 1, 5),
    ('N', 'merged in',   5, 1);

-- Which accounts pass on, and to which. Read with every batch, under the members' locks.
create table coalition.account_link (
    member_id     bigint primary key,
    into_id       bigint not null,
    root_id       bigint not null,
    root_place    integer not null,
    since_posting bigint not null,
    check (root_id <> member_id and into_id <> member_id)
);
comment on column coalition.account_link.into_id is 'Into which account it was merged.';
comment on column coalition.account_link.root_id is 'Which account has the points: at the end of the chain, and merged into none.';
comment on column coalition.account_link.root_place is 'Where that one is locked.';
comment on column coalition.account_link.since_posting is
    'By which it was merged: what passed since is what comes back when the two part.';
create index account_link_by_root on coalition.account_link (root_id);
create index account_link_by_into on coalition.account_link (into_id);

create table coalition.passing (
    member_id    bigint not null,
    posting_id   bigint not null,
    recipient_id bigint not null,
    points       bigint not null check (points > 0),
    posted_at    timestamptz not null,
    primary key (member_id, posting_id, recipient_id),
    check (recipient_id <> member_id)
);
comment on table coalition.passing is 'Points that went from one account of a person to another, as part of a posting.';
create index passing_to on coalition.passing (recipient_id, posting_id);

create table coalition.passed_debt (
    member_id    bigint not null,
    posting_id   bigint not null,
    recipient_id bigint not null,
    tenant_id    integer not null,
    outlet_id    integer not null,
    points       bigint not null check (points > 0),
    posted_at    timestamptz not null,
    primary key (member_id, posting_id, recipient_id, tenant_id, outlet_id),
    check (recipient_id <> member_id)
);
comment on table coalition.passed_debt is 'What one account of a person owed and the other owes now: in debt it counts as repaid there, and as incurred here.';
create index passed_debt_to on coalition.passed_debt (recipient_id, posting_id);

call coalition.protect_rows('coalition.passed_debt');
grant select on coalition.account_link, coalition.passing, coalition.passed_debt to kontor_operator;
grant select, insert, update, delete on coalition.account_link to kontor_poster;
grant select, insert on coalition.passing, coalition.passed_debt to kontor_poster;
