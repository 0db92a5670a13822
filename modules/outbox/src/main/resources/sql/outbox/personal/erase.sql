update coalition.outbox
   set failure_detail = null
 where message_key = cast(:member as bigint)::text
   and failure_detail is not null
