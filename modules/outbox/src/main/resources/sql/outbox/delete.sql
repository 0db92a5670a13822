-- Waits for another node that handles the same messages just now, and says which were left.
delete from coalition.outbox
 where tenant_id = ?
   and outbox_id = any (?)
returning outbox_id
