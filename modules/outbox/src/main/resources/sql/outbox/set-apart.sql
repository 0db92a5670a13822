update coalition.outbox
   set due_at = clock_timestamp(), attempts = 0
 where tenant_id = ?
   and outbox_id = any (?)
