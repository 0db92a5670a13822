insert into coalition.audit_entry (tenant_id, at, actor, actor_name, action, subject, details, client, address)
values (:tenant, :at, :actor, :actorName, :action, :subject, cast(:details as jsonb), :client, :address);
