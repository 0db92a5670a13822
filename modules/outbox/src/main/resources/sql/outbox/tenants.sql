-- Tenants with a message whose time has come: among many, or by itself. What waits behind its key's first does not count.
select t.tenant_id, work.fresh, work.due
  from coalition.tenant as t,
       lateral (select exists (select
                                 from coalition.outbox as o
                                where o.tenant_id = t.tenant_id
                                  and o.due_at is null
                                  and o.set_aside_at is null
                                  and not exists (select
                                                    from coalition.outbox as waiting
                                                   where waiting.tenant_id = o.tenant_id
                                                     and waiting.message_key = o.message_key
                                                     and waiting.due_at is not null)) as fresh,
                       exists (select
                                 from coalition.outbox as o
                                where o.tenant_id = t.tenant_id
                                  and o.due_at <= clock_timestamp()) as due
                offset 0) as work
 where work.fresh or work.due
 order by t.tenant_id
