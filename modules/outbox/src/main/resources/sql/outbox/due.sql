-- The first message of a key whose time has come; a key that never failed before one that did. Two workers never get the same.
select outbox_id, message_key, topic, reference, payload, attempts
  from coalition.outbox as o
 where tenant_id = ?
   and due_at <= clock_timestamp()
   and not exists (select
                     from coalition.outbox as earlier
                    where earlier.tenant_id = o.tenant_id
                      and earlier.message_key = o.message_key
                      and earlier.due_at is not null
                      and earlier.outbox_id < o.outbox_id)
 order by attempts, due_at, outbox_id
 limit 1
   for update skip locked
