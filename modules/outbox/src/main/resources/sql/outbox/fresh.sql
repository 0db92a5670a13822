-- The oldest messages that no other of the same key keeps waiting.
select outbox_id, message_key, topic, reference, payload
  from coalition.outbox as o
 where tenant_id = ?
   and due_at is null
   and set_aside_at is null
   and not exists (select
                     from coalition.outbox as waiting
                    where waiting.tenant_id = o.tenant_id
                      and waiting.message_key = o.message_key
                      and waiting.due_at is not null)
 order by outbox_id
 limit ?
