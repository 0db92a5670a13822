-- How many days after a month's close its statement must be paid. A version of a contract has one, which stands at each of its terms; those
-- made before it could be said have the usual one.
alter table coalition.contract_term
    add column payment_days smallint not null default 30 check (payment_days between 0 and 180);

-- Who a partner is by law: what stands on its statements. From the brand's file; the operator applies it, because an account to which money
-- is paid is not a brand's to change unseen.
create table coalition.legal_party (
    tenant_id integer primary key,
    details   jsonb not null
);

call coalition.protect_rows('coalition.legal_party');
grant select, insert, update on coalition.legal_party to kontor_operator;

-- Both parties as a statement was made with them: a document that was handed over stays as it was, whoever moves house afterwards.
create table coalition.statement_letterhead (
    window_start date not null,
    tenant_id    integer not null,
    operator     jsonb,
    partner      jsonb,
    primary key (window_start, tenant_id),
    foreign key (window_start, tenant_id) references coalition.statement
);

comment on column coalition.statement_letterhead.operator is 'Empty where nobody had said it by then: today''s is printed.';

call coalition.protect_rows('coalition.statement_letterhead');
grant select, insert on coalition.statement_letterhead to kontor_operator;
