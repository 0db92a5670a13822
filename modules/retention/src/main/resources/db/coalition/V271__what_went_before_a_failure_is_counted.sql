comment on column coalition.retention_run.failure is
    'Why some of it could not go in the last run, if so: of the first piece that failed. What went all the same is counted.';
