-- What a member has in a pocket. Only held ever falls; earned and consumed are ends of the two lines on which every
-- transfer has its interval. Room is left in the pages, so that an update stays in its page and touches no index.
create table coalition.balance (
    member_id     bigint not null,
    earned        bigint not null default 0 check (earned >= 0),
    consumed      bigint not null default 0 check (consumed >= 0),
    held          bigint not null default 0 check (held >= 0),
    last_activity date,
    pocket        smallint not null check (pocket between 1 and 120),
    primary key (member_id, pocket),
    check (earned - consumed - held >= 0)
) with (fillfactor = 70);

comment on column coalition.balance.last_activity is 'The last visit that earned into this pocket or drew from it; a member''s last activity is the latest of all pockets.';

-- Whose holds may have run out.
create index balance_with_holds on coalition.balance (member_id) where held > 0;

grant select on coalition.balance to kontor_operator;
grant select, insert on coalition.balance to kontor_poster;
grant update (earned, consumed, held, last_activity) on coalition.balance to kontor_poster;

-- What a member owes a partner because a purchase was taken back whose points were spent already. Both sides only grow.
create table coalition.debt (
    member_id bigint not null,
    incurred  bigint not null check (incurred >= 0),
    repaid    bigint not null default 0 check (repaid >= 0),
    tenant_id integer not null,
    outlet_id integer not null,
    primary key (member_id, tenant_id, outlet_id),
    check (repaid <= incurred)
);

call coalition.protect_rows('coalition.debt');
grant select on coalition.debt to kontor_operator;
grant select, insert on coalition.debt to kontor_poster;
grant update (incurred, repaid) on coalition.debt to kontor_poster;
