select name
  from coalition.actor
 where subject = :subject
   and name is not null
 order by actor_id desc
 limit 1
