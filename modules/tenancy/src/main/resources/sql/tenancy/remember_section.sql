insert into coalition.applied_section (tenant_id, section, digest, applied_at)
values (:tenant, :section, :digest, :at)
on conflict (tenant_id, section) do update
   set digest = excluded.digest, applied_at = excluded.applied_at;
