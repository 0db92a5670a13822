-- The oldest first, with how many wait behind each.
select aside.outbox_id as id, aside.tenant_id as tenant, aside.topic, aside.message_key as key, aside.reference,
       aside.set_aside_at as since, aside.attempts, aside.failure as why, aside.failure_detail as detail, behind.waiting
  from coalition.outbox as aside,
       lateral (select count(*) as waiting
                  from coalition.outbox as o
                 where aside.due_at is not null
                   and o.tenant_id = aside.tenant_id
                   and o.message_key = aside.message_key
                   and o.outbox_id > aside.outbox_id) as behind
 where aside.set_aside_at is not null
   and aside.outbox_id > :after
 order by aside.outbox_id
 limit :limit
