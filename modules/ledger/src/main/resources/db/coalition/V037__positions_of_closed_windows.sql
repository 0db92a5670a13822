-- Sums of a window, frozen when it is closed; the checker recomputes them from the transfers.
create table coalition.window_position (
    window_start   date not null,
    business_month date not null,
    points         bigint not null check (points > 0),
    transfers      bigint not null check (transfers > 0),
    tenant_id      integer not null,
    outlet_id      integer not null,
    kind           "char" not null,
    primary key (window_start, tenant_id, outlet_id, kind, business_month)
);

comment on column coalition.window_position.business_month is 'First day of the month of the business dates: before window_start for late transfers.';

call coalition.protect_rows('coalition.window_position');
grant select on coalition.window_position to kontor_tenant, kontor_poster;
grant select, insert on coalition.window_position to kontor_operator;
