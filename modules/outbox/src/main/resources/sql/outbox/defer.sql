-- All of the key move together, as only the first is asked when it is due. What is set aside waits for nobody.
update coalition.outbox
   set due_at = clock_timestamp() + ? * interval '1 millisecond',
       attempts = case outbox_id when ? then ? else 0 end
 where tenant_id = ?
   and message_key = ?
   and due_at is not null
   and set_aside_at is null
