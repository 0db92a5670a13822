-- Who asks for a redemption right after its capture is told that it was captured, although that is filed a moment later. The hold's
-- number leads to the number of its end, and that to the message. Limited as message_waiting is, and to one hold.
create function coalition.hold_end_waiting(about_member bigint, about_hold bigint) returns table (number bigint, note jsonb)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select waiting.reference, waiting.payload::jsonb
      from coalition.hold_outcome as ended
      join coalition.outbox as waiting on waiting.reference = ended.posting_id
                                      and waiting.tenant_id = ended.tenant_id
                                      and waiting.topic = 'redemption-ended'
     where ended.member_id = about_member
       and ended.hold_id = about_hold
       and ended.tenant_id = coalition.current_tenant_id()
$$;
revoke all on function coalition.hold_end_waiting(bigint, bigint) from public;
grant execute on function coalition.hold_end_waiting(bigint, bigint) to kontor_tenant;
