select kind, ran_at, removed, removed_in_all, failure
  from coalition.retention_run
