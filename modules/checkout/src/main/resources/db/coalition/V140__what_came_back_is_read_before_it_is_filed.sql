-- Whoever asks what is left of a purchase or of a redemption right after a part of it came back is told so, although that is filed a moment
-- later. The ledger knows which returns there were, and their numbers lead to the messages. Limited as message_waiting is, and to one
-- purchase or one hold.
create function coalition.reversals_waiting(about_member bigint, about_purchase bigint) returns table (number bigint, note jsonb)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select waiting.reference, waiting.payload::jsonb
      from (select distinct posting_id
              from coalition.reversal
             where member_id = about_member
               and purchase_id = about_purchase) as back
      join coalition.outbox as waiting on waiting.reference = back.posting_id
                                      and waiting.tenant_id = coalition.current_tenant_id()
                                      and waiting.topic = 'purchase-reversed'
$$;
revoke all on function coalition.reversals_waiting(bigint, bigint) from public;
grant execute on function coalition.reversals_waiting(bigint, bigint) to kontor_tenant;

create function coalition.redemption_returns_waiting(about_member bigint, about_hold bigint) returns table (number bigint, note jsonb)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select waiting.reference, waiting.payload::jsonb
      from coalition.redemption_return as back
      join coalition.outbox as waiting on waiting.reference = back.posting_id
                                      and waiting.tenant_id = back.tenant_id
                                      and waiting.topic = 'redemption-returned'
     where back.member_id = about_member
       and back.hold_id = about_hold
       and back.tenant_id = coalition.current_tenant_id()
$$;
revoke all on function coalition.redemption_returns_waiting(bigint, bigint) from public;
grant execute on function coalition.redemption_returns_waiting(bigint, bigint) to kontor_tenant;
