insert into coalition.outbox (tenant_id, message_key, topic, reference, payload)
select * from unnest(?::int[], ?::text[], ?::text[], ?::bigint[], ?::text[])
