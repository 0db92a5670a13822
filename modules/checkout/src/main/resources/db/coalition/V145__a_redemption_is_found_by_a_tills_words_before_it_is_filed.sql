-- Who looks for a redemption by a till's own words finds it from its authorization on. It has no ticket by which the ledger would know it,
-- so that its message is looked for by what the till said. The index has only redemptions that wait, and none that is filed. Limited as
-- message_waiting is.
create index outbox_of_holds_by_reference on coalition.outbox (tenant_id, (payload::jsonb ->> 'r')) where topic = 'redemption-held';

create function coalition.redemptions_waiting(about_outlet integer, about_date date, about_reference text)
    returns table (member_id bigint, number bigint, note jsonb)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select waiting.message_key::bigint, waiting.reference, waiting.payload::jsonb
      from coalition.outbox as waiting
     where waiting.tenant_id = coalition.current_tenant_id()
       and waiting.topic = 'redemption-held'
       and waiting.payload::jsonb ->> 'r' = about_reference
       and (waiting.payload::jsonb ->> 'o')::integer = about_outlet
       and (waiting.payload::jsonb ->> 'b')::date = about_date
$$;
revoke all on function coalition.redemptions_waiting(integer, date, text) from public;
grant execute on function coalition.redemptions_waiting(integer, date, text) to kontor_tenant;
