-- Points without a purchase, and what is taken back of them: who wanted it and why, who agreed, and by which posting it was carried out.
create table correction (
    id             bigint generated always as identity primary key,
    request_key    text    not null unique,
    member_id      bigint  not null,
    card_number    text    not null,
    points         bigint  not null check (points > 0),
    gives          boolean not null,
    undoes         bigint  references correction,
    reason         text    not null,
    note           text    not null,
    by_operator    boolean not null,
    state          text    not null check (state in ('proposed', 'approved', 'posted', 'declined')),
    business_date  date    not null,
    proposer       text    not null,
    proposer_name  text    not null,
    proposed_at    timestamptz not null,
    decider        text,
    decider_name   text,
    decided_at     timestamptz,
    decision       text    not null default '',
    posting_number bigint,
    moved          bigint,
    check (gives = (undoes is null)),
    check ((state = 'posted') = (posting_number is not null)),
    check (decider is distinct from proposer or state = 'declined')
);
comment on column correction.state is 'approved: it may be posted, and was not yet; whoever asks again finishes it';
comment on column correction.decider is 'empty for what was within the limit of who wanted it';
comment on column correction.decision is 'why it was declined';
comment on column correction.moved is 'less than the points where they are taken back and had been spent';

-- What was given by mistake is taken back once.
create unique index correction_is_taken_back_once on correction (undoes) where state <> 'declined';
create index correction_by_posting on correction (member_id, posting_number);
create index correction_by_proposer on correction (proposer, proposed_at);

create table goodwill_rules (
    only_one boolean primary key check (only_one),
    section  jsonb   not null
);
comment on table goodwill_rules is 'The section of the tenant''s file; nothing here: what is usual.';

-- What is written down is decided and posted, and never forgotten. The tenant's role has the name of its schema.
do $$
begin
    execute format('revoke delete on correction from %I', current_schema());
end $$;
