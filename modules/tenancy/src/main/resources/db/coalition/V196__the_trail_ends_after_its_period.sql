-- Nobody may change or delete an entry; these do the two things that a period asks for, and nothing younger than four weeks goes, whoever asks.
create function coalition.forget_trail(before timestamptz, only_action text, most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    gone integer;
begin
    if before > now() - interval '28 days' then
        raise exception 'the audit trail is kept for a month at least';
    end if;
    delete from coalition.audit_entry
     where audit_entry_id in (select audit_entry_id from coalition.audit_entry
                               where at < before and (only_action is null or action = only_action)
                               order by at limit most);
    get diagnostics gone = row_count;
    return gone;
end $$;

create function coalition.forget_names_in_trail(before timestamptz, most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    gone integer;
begin
    update coalition.audit_entry
       set actor_name = '', address = null
     where audit_entry_id in (select audit_entry_id from coalition.audit_entry
                               where at < before and actor_name <> '' limit most);
    get diagnostics gone = row_count;
    return gone;
end $$;
create index audit_entry_with_name on coalition.audit_entry (at) where actor_name <> '';

revoke all on function coalition.forget_trail(timestamptz, text, integer), coalition.forget_names_in_trail(timestamptz, integer) from public;
grant execute on function coalition.forget_trail(timestamptz, text, integer), coalition.forget_names_in_trail(timestamptz, integer) to kontor_operator;
