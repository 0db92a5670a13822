-- All of the key move together, as only the first is asked when it is due.
update coalition.outbox
   set due_at = clock_timestamp() + ? * interval '1 millisecond',
       attempts = case outbox_id when ? then ? else 0 end
 where tenant_id = ?
   and message_key = ?
   and due_at is not null
