-- Nobody tries it any more. What follows under its key goes on at once, or waits with it.
with aside as (
    update coalition.outbox
       set set_aside_at = clock_timestamp(),
           due_at = case when ? then 'infinity'::timestamptz end,
           failure = ?,
           failure_detail = ?
     where tenant_id = ?
       and outbox_id = ?
       and set_aside_at is null
       and attempts = ?
    returning tenant_id, message_key, outbox_id, due_at
)
update coalition.outbox as behind
   set due_at = coalesce(aside.due_at, clock_timestamp())
  from aside
 where behind.tenant_id = aside.tenant_id
   and behind.message_key = aside.message_key
   and behind.outbox_id <> aside.outbox_id
   and behind.due_at is not null
   and behind.set_aside_at is null
