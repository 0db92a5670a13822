-- As forget_trail: nothing younger than four weeks goes, whoever asks.
create or replace function coalition.forget_names_in_trail(before timestamptz, most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    gone integer;
begin
    if before > now() - interval '28 days' then
        raise exception 'the audit trail keeps its names for a month at least';
    end if;
    update coalition.audit_entry
       set actor_name = '', address = null
     where audit_entry_id in (select audit_entry_id from coalition.audit_entry
                               where at < before and actor_name <> '' limit most);
    get diagnostics gone = row_count;
    return gone;
end $$;
