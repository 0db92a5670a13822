insert into coalition.retention_run as known (kind, ran_at, kept_since, removed, removed_in_all, failure)
values (:kind, :now, :since, :removed, :removed, :failure)
on conflict (kind) do update
   set ran_at = excluded.ran_at, kept_since = excluded.kept_since, removed = excluded.removed,
       removed_in_all = known.removed_in_all + excluded.removed, failure = excluded.failure
