-- Why a balance may be less than what was earned: empty where nothing was owed, as nearly everywhere.
alter table purchase
    add column repaid     bigint,
    add column debt_after bigint;
comment on column purchase.repaid is 'of the points that were earned';
comment on column purchase.debt_after is 'what the member owed right after it';
