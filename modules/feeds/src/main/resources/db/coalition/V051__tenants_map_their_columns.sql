-- The "feeds" section of a tenant's configuration, as it was applied.
create table coalition.feed_configuration (
    tenant_id integer primary key,
    section   jsonb not null
);

call coalition.protect_rows('coalition.feed_configuration');
grant select on coalition.feed_configuration to kontor_operator, kontor_poster;
grant select, insert, update on coalition.feed_configuration to kontor_tenant;
