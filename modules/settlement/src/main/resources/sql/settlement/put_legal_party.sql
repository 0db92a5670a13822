insert into coalition.legal_party (tenant_id, details)
values (:partner, :details::jsonb)
on conflict (tenant_id) do update set details = excluded.details;
