select asked_at as "at", done_at as "doneAt", points
  from coalition.erasure
 where member_id = :member
