create table coalition.audit_entry (
    audit_entry_id bigint generated always as identity primary key,
    tenant_id      integer,
    at             timestamptz not null,
    actor          text not null,
    actor_name     text not null,
    action         text not null check (action ~ '^[a-z]+(-[a-z]+)*$'),
    subject        text not null,
    details        jsonb not null
);
comment on column coalition.audit_entry.tenant_id is 'Null when the operator changed the coalition itself. No reference: entries outlive a removed tenant.';

create index audit_entry_of_tenant on coalition.audit_entry (tenant_id, audit_entry_id);

call coalition.protect_rows('coalition.audit_entry');

-- No update and no delete for anybody: what was written stays.
grant select, insert on coalition.audit_entry to kontor_operator, kontor_tenant;
grant insert on coalition.audit_entry to kontor_poster;
