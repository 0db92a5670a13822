-- What is under way; and what ended lately, once a day: a file of the month's beginning may come at its end.
select member_id
  from coalition.erasure
 where done_at is null
    or done_at > :lately and looked_at < :yesterday
 order by done_at is not null, asked_at
 limit :most
