select topic
  from coalition.outbox
 where outbox_id = :id
   and set_aside_at is not null
