select t.name as "brand", o.topic as "kind", o.reference as "posting", o.set_aside_at as "setAsideAt"
  from coalition.outbox o
  left join coalition.tenant t using (tenant_id)
 where o.message_key = cast(:member as bigint)::text
 order by o.outbox_id
