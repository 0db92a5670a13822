select as_of, members, points, started_at, moved_at, stopped_at is not null as is_stopped, ended_at is not null as is_ended
  from coalition.expiry_run
 order by moved_at desc
 limit 1;
