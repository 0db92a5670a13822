-- What a partner pays for a point it issues and gets for a point it redeems. A changed contract is a new version of all its
-- terms; the newest version counts, and statements that were frozen by an older one keep its prices.
create table coalition.contract_term (
    tenant_id                integer not null,
    version                  integer not null check (version > 0),
    valid_from               date not null check (extract(day from valid_from) = 1),
    currency                 char(3) not null,
    price_per_point_issued   numeric(14, 8) not null check (price_per_point_issued >= 0),
    value_per_point_redeemed numeric(14, 8) not null check (value_per_point_redeemed >= 0),
    primary key (tenant_id, version, valid_from)
);

comment on column coalition.contract_term.valid_from is 'For transfers with a business date in this month or later, until the next term of the version.';

call coalition.protect_rows('coalition.contract_term');
grant select on coalition.contract_term to kontor_operator, kontor_tenant;
-- Configuration is applied in the tenant's transaction. Row-level security keeps it to the tenant's own contract.
grant insert on coalition.contract_term to kontor_operator, kontor_tenant;
