insert into coalition.feed_draft (tenant_id, name, yaml, saved_by, saved_at) values (:tenant, :name, :yaml, :savedBy, :savedAt)
on conflict (tenant_id, name) do update set yaml = excluded.yaml, saved_by = excluded.saved_by, saved_at = excluded.saved_at
