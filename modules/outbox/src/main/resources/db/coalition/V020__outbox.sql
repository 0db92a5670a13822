-- News on its way. A row lives from the sender's commit to the courier's; in between it may be delivered more than once
-- to subscribers that crashed, never less. The key begins with the tenant, because one courier serves one tenant.
create table coalition.outbox (
    tenant_id integer not null,
    outbox_id bigint generated always as identity,
    member_id bigint not null,
    topic     text not null,
    reference bigint not null,
    payload   text not null,
    primary key (tenant_id, outbox_id)
);
comment on column coalition.outbox.outbox_id is 'Per member the order of commits, as the sender locks the member while it posts.';
comment on column coalition.outbox.payload is 'JSON; text, because nobody looks into it before it is delivered.';

-- Emptied as fast as it is filled: dead rows must go early, or looking for the oldest news wades through them.
alter table coalition.outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

call coalition.protect_rows('coalition.outbox');

grant insert on coalition.outbox to kontor_poster, kontor_operator, kontor_tenant;
grant select on coalition.outbox to kontor_operator;
grant select, delete on coalition.outbox to kontor_courier;
