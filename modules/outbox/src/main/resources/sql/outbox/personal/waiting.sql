select 1
  from coalition.outbox
 where message_key = cast(:member as bigint)::text
 limit 1
