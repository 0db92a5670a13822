-- A purchase may be returned part by part, at any of the tenant's outlets, with a reference of its own: one row for each. What was reversed
-- before came back as a whole.
alter table purchase_reversal
    drop constraint purchase_reversal_pkey,
    add primary key (member_id, number, reversal_number),
    add column outlet_id integer not null default 0,
    add column reference text    not null default '',
    add column amount    numeric,
    add column currency  text check (currency ~ '^[A-Z]{3}$'),
    add column lines     jsonb,
    add column is_last   boolean not null default true,
    add column owed      bigint  not null default 0,
    add column expired   bigint  not null default 0;

comment on column purchase_reversal.outlet_id is 'zero where nobody said';
comment on column purchase_reversal.amount is 'paid back; empty where all that was left came back without telling an amount';
comment on column purchase_reversal.lines is '[[place in the purchase, thousandths], …]';
comment on column purchase_reversal.is_last is 'nothing is left of the purchase';
