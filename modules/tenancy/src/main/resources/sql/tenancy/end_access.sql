insert into coalition.ended_access (subject, ended_at, reason)
values (:subject, :at, :reason)
on conflict (subject) do update
   set ended_at = excluded.ended_at, reason = excluded.reason;
