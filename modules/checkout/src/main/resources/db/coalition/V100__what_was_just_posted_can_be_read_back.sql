-- A posting's message waits for a moment before it is filed in its tenant's schema; whoever asks in that moment what was answered
-- finds it here. Numbers of postings only grow, so that new entries of the index go to its end.
create index outbox_of_postings on coalition.outbox (reference);

-- Limited to the tenant whose role the transaction has entered, and to postings that it can name: nobody browses what waits. Reads
-- what its caller's statement sees: a message is there, or filed, never neither.
create function coalition.message_waiting(about text, numbers bigint[]) returns table (number bigint, note jsonb)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select waiting.reference, waiting.payload::jsonb
      from coalition.outbox as waiting
     where waiting.reference = any (numbers)
       and waiting.tenant_id = coalition.current_tenant_id()
       and waiting.topic = about
$$;
revoke all on function coalition.message_waiting(text, bigint[]) from public;
grant execute on function coalition.message_waiting(text, bigint[]) to kontor_tenant;
