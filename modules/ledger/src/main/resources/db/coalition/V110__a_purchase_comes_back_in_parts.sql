-- A purchase may be taken back part by part: a run of rows for each return, numbered, so that of two at once one must wait and see what the
-- other left. How much it was: money, and units of the purchase's lines. The sum of all parts is the award.
alter table coalition.reversal
    add column run        smallint not null default 1 check (run >= 1),
    add column amount     bigint not null default 0 check (amount >= 0),
    add column is_by_line boolean not null default false,
    add column is_last    boolean not null default true;
alter table coalition.reversal
    alter column run drop default,
    alter column amount drop default,
    alter column is_by_line drop default,
    alter column is_last drop default,
    drop constraint reversal_pkey,
    add primary key (member_id, purchase_id, run, part);

comment on column coalition.reversal.run is 'Which return of the purchase it is.';
comment on column coalition.reversal.amount is
    'Paid back, in the smallest unit of the purchase''s currency; zero where all that was left came back without telling it.';
comment on column coalition.reversal.is_by_line is 'The returned lines are in coalition.reversal_line.';
comment on column coalition.reversal.is_last is 'Nothing is left of the purchase.';

create table coalition.reversal_line (
    member_id   bigint not null,
    purchase_id bigint not null,
    posting_id  bigint not null,
    line        smallint not null check (line >= 1),
    units       bigint not null check (units > 0),
    tenant_id   integer not null,
    primary key (member_id, purchase_id, posting_id, line)
);

comment on column coalition.reversal_line.line is 'Its place in the purchase.';
comment on column coalition.reversal_line.units is 'In thousandths.';

call coalition.protect_rows('coalition.reversal_line');
grant select on coalition.reversal_line to kontor_operator;
grant select, insert on coalition.reversal_line to kontor_poster;
