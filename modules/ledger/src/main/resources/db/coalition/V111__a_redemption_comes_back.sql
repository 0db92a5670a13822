-- A captured redemption may be returned, as a whole or in parts: the redeeming partner gives back what it was paid (U), and the points come
-- through transit into the pockets that they left (B), each lot in the name of the partner that issued it, on the day on which it did.
insert into coalition.transfer_kind (kind, name, debit_account, credit_account) values
    ('U', 'redemption returned', 3, 5),
    ('B', 'points returned',     5, 1);

create table coalition.redemption_return (
    member_id  bigint not null,
    hold_id    bigint not null,
    run        smallint not null check (run >= 1),
    posting_id bigint not null,
    points     bigint not null check (points > 0),
    posted_at  timestamptz not null,
    tenant_id  integer not null,
    primary key (member_id, hold_id, run)
);

comment on column coalition.redemption_return.run is 'Which return of the redemption it is: of two at once one must wait and see what the other left.';
comment on column coalition.redemption_return.tenant_id is 'Who had redeemed.';
comment on column coalition.transfer.business_date is
    'When it happened at the outlet. Of a gift''s transfers, and of points that come back: when they were issued. Of what is taken back: that of the purchase or capture, whose price it has.';

call coalition.protect_rows('coalition.redemption_return');
grant select on coalition.redemption_return to kontor_operator;
grant select, insert on coalition.redemption_return to kontor_poster;
