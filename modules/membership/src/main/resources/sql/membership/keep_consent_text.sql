insert into coalition.consent_text (tenant_id, section) values (:tenant, cast(:section as jsonb))
on conflict (tenant_id) do update set section = excluded.section
