-- What is so already adds nothing: also where nothing was ever agreed to. Who did it may have a name that is longer than is kept.
create or replace function coalition.record_consent(
        whose bigint, what text, agrees boolean, moment timestamptz, version text, spoken text, text_shown text, how text, subject text, name text)
    returns boolean
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    here integer := coalition.current_tenant_id();
    held timestamptz;
begin
    select e.contact_consent_at into held from coalition.enrollment e where e.member_id = whose and e.tenant_id = here for update;
    if not found then
        return false;
    end if;
    if agrees = (held is not null)
       and (not agrees or exists (select from coalition.consent c where c.member_id = whose and c.tenant_id = here and c.purpose = what)) then
        return true;
    end if;
    update coalition.enrollment e
       set contact_consent_at = case when agrees then moment end
     where e.member_id = whose and e.tenant_id = here;
    insert into coalition.consent (member_id, tenant_id, purpose, given, at, text_version, language, shown, channel, by_subject, by_name)
    values (whose, here, what, agrees, moment, version, spoken, text_shown, how, left(subject, 200), left(name, 200));
    return true;
end $$;
