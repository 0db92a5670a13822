select member_id, asked_at, asked_by, reason, points, looked_at, waits_for, done_at
  from coalition.erasure
 where member_id = :member
