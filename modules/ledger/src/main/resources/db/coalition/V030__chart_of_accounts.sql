-- The accounts that a transfer moves points between. A transfer names the member and the partner itself, so that one
-- number per side is enough and no partner's account is a row that every posting would have to update.
create table coalition.account (
    account     smallint primary key,
    name        text not null unique,
    whose       text not null check (whose in ('member', 'partner', 'coalition'))
);

insert into coalition.account (account, name, whose) values
    (1, 'member pocket',    'member'),
    (2, 'partner issued',   'partner'),
    (3, 'partner redeemed', 'partner'),
    (4, 'breakage',         'coalition'),
    (5, 'in transit',       'coalition');

-- Which sides a kind of transfer has. The checker holds every transfer against it.
create table coalition.transfer_kind (
    kind           "char" primary key,
    name           text not null unique,
    debit_account  smallint not null references coalition.account,
    credit_account smallint not null references coalition.account
);

insert into coalition.transfer_kind (kind, name, debit_account, credit_account) values
    ('E', 'earn',    2, 1),
    ('R', 'redeem',  1, 3),
    ('V', 'reverse', 1, 2),
    ('P', 'repay',   1, 2),
    ('X', 'expire',  1, 4);

grant select on coalition.account, coalition.transfer_kind to kontor_operator, kontor_poster, kontor_tenant;
