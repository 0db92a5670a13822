select as_of, members, points, started_at, moved_at, stopped_at is not null, ended_at is not null
  from coalition.expiry_run
 order by moved_at desc
 limit 1;
