-- What is under way first, then the latest.
select member_id, asked_at, asked_by, reason, points, looked_at, waits_for, done_at
  from coalition.erasure
 order by done_at is not null, asked_at desc
 limit :most
