-- The trail is append-only, and its entries are found by what they are about. Of entries about an erased member, what people wrote in words of their
-- own goes, and what a message said that was closed; who did what and when stays.
create index audit_entry_by_subject on coalition.audit_entry (subject);
create index audit_entry_of_closed_message on coalition.audit_entry ((details ->> 'key')) where action = 'close-message';

create function coalition.erase_from_trail(subjects text[], key_of_messages text) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    changed integer;
begin
    update coalition.audit_entry
       set details = details - array['reason', 'note', 'label', 'text', 'payload']
     where (subject = any (subjects) or action = 'close-message' and details ->> 'key' = key_of_messages)
       and action <> 'erase-member'
       and details ?| array['reason', 'note', 'label', 'text', 'payload'];
    get diagnostics changed = row_count;
    return changed;
end $$;
revoke all on function coalition.erase_from_trail(text[], text) from public;
grant execute on function coalition.erase_from_trail(text[], text) to kontor_operator;
