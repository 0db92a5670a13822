-- What came back of a captured redemption: one row for each return.
create table redemption_return (
    member_id       bigint  not null,
    number          bigint  not null,
    return_number   bigint  not null,
    business_date   date    not null,
    outlet_id       integer not null,
    reference       text    not null,
    points          bigint  not null check (points > 0),
    amount          numeric,
    currency        text check (currency ~ '^[A-Z]{3}$'),
    debt_after      bigint  not null,
    available_after bigint  not null,
    posted_at       timestamptz not null,
    primary key (member_id, number, return_number)
);
comment on column redemption_return.number is 'the hold''s';
comment on column redemption_return.outlet_id is 'zero where nobody said';

-- Where and as what a till captured.
alter table redemption_end
    add column outlet_id integer not null default 0,
    add column reference text    not null default '';
comment on column redemption_end.outlet_id is 'zero where nobody said';

-- What was filed stays as it is. The tenant's role has the name of its schema.
do $$
begin
    execute format('revoke update, delete on redemption_return from %I', current_schema());
end $$;
