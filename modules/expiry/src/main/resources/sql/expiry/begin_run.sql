-- Goes on where a run for that day was stopped or cut off; looks at everybody again if it had ended.
insert into coalition.expiry_run as run (as_of, started_at, moved_at)
values (:asOf, :now, :now)
on conflict (as_of) do update
   set through_member = case when run.ended_at is null then run.through_member else 0 end,
       moved_at = excluded.moved_at, stopped_at = null, ended_at = null;
