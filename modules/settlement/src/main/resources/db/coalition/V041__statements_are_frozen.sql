-- A partner's account of a closed window, as it was when the window was closed.
create table coalition.statement (
    window_start     date not null,
    tenant_id        integer not null,
    contract_version integer not null,
    currency         char(3) not null,
    net              numeric(20, 4) not null,
    closed_at        timestamptz not null,
    primary key (window_start, tenant_id)
);

comment on column coalition.statement.net is 'Positive: the partner receives.';

create table coalition.statement_line (
    window_start    date not null,
    tenant_id       integer not null,
    kind            "char" not null,
    outlet_id       integer not null,
    price_per_point numeric(14, 8) not null,
    points          bigint not null check (points > 0),
    transfers       bigint not null check (transfers > 0),
    late_transfers  bigint not null check (late_transfers between 0 and transfers),
    amount          numeric(20, 4) not null,
    primary key (window_start, tenant_id, kind, outlet_id, price_per_point),
    foreign key (window_start, tenant_id) references coalition.statement
);

comment on column coalition.statement_line.amount is 'Signed for the partner: points times price, rounded half up to the currency once.';

call coalition.protect_rows('coalition.statement');
call coalition.protect_rows('coalition.statement_line');
grant select on coalition.statement, coalition.statement_line to kontor_operator, kontor_tenant;
grant insert on coalition.statement, coalition.statement_line to kontor_operator;
