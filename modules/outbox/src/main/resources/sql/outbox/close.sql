-- What waited behind it is due at once.
with closed as (
    delete from coalition.outbox
     where outbox_id = :id
       and set_aside_at is not null
    returning tenant_id, topic, message_key, reference, payload, failure, failure_detail, outbox_id
), behind as (
    update coalition.outbox as o
       set due_at = clock_timestamp()
      from closed
     where o.tenant_id = closed.tenant_id
       and o.message_key = closed.message_key
       and o.outbox_id <> closed.outbox_id
       and o.due_at is not null
       and o.set_aside_at is null
)
select tenant_id as tenant, topic, message_key as key, reference, payload
  from closed
