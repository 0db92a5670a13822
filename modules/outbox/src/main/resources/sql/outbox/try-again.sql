-- What waits behind it is due once it is handled. Of two who press, one gets the row.
update coalition.outbox
   set set_aside_at = null, failure = null, failure_detail = null, due_at = clock_timestamp(), attempts = :attempts
 where outbox_id = :id
   and set_aside_at is not null
returning tenant_id as tenant, topic, message_key as key, reference, payload
