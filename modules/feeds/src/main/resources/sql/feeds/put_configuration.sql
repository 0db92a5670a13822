insert into coalition.feed_configuration as known (tenant_id, section) values (:tenant, :section::jsonb)
on conflict (tenant_id) do update set section = excluded.section
    where known.section is distinct from excluded.section
