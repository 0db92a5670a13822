-- A partner whose points had no price when its window was closed: the close goes on without it. Its sums are frozen with the
-- window's, and a later close makes its statement, once. The row stays and says since when the statement was awaited.
create table coalition.statement_awaited (
    window_start  date not null,
    tenant_id     integer not null,
    awaited_since timestamptz not null,
    primary key (window_start, tenant_id)
);

call coalition.protect_rows('coalition.statement_awaited');
grant select on coalition.statement_awaited to kontor_operator, kontor_tenant;
grant insert on coalition.statement_awaited to kontor_operator;
