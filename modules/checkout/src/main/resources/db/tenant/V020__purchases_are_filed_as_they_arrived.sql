-- Purchases as tills and files reported them, with the reason for their points. Filed from the outbox a moment after the
-- ledger posted; the key is the posting's, so that news heard twice is filed once.
create table purchase (
    member_id       bigint  not null,
    number          bigint  not null,
    outlet_id       integer not null,
    card_number     text    not null,
    business_date   date    not null,
    business_time   time,
    amount          numeric not null,
    currency        text    not null check (currency ~ '^[A-Z]{3}$'),
    lines           jsonb   not null,
    points          bigint  not null check (points >= 0),
    program_version integer not null,
    parts           jsonb   not null,
    reference       text    not null,
    primary key (member_id, number)
);
comment on column purchase.number is 'the posting''s number in the ledger; together with the member it is the purchase''s id';
comment on column purchase.lines is '[[sku, category, quantity, amount], …], decimals as text';
comment on column purchase.parts is 'why so many points: [[rule, basis, points per unit, exact points], …], decimals as text';

-- A row of its own, because the reversal may be heard before its purchase is filed.
create table purchase_reversal (
    member_id       bigint not null,
    number          bigint not null,
    reversal_number bigint not null,
    primary key (member_id, number)
);

-- What was filed stays as it is. The tenant's role has the name of its schema.
do $$
begin
    execute format('revoke update, delete on purchase, purchase_reversal from %I', current_schema());
end $$;
