-- What is under way, all of it as soon as one is due, because files are gone through for all at once; and what ended lately, once a day: a file of the
-- month's beginning may come at its end. Who waits longest comes first.
select member_id
  from coalition.erasure
 where done_at is null
   and exists (select from coalition.erasure where done_at is null and (looked_at is null or looked_at < :due))
    or done_at > :lately and looked_at < :yesterday
 order by done_at is not null, looked_at nulls first, asked_at
 limit :most
