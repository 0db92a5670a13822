-- What a guest agreed to, and when not any more: one row each time, with the text that was shown. The latest of a purpose counts.
create table coalition.consent (
    consent_id   bigint generated always as identity primary key,
    member_id    bigint      not null references coalition.member,
    tenant_id    integer     not null,
    purpose      text        not null check (purpose in ('contact')),
    given        boolean     not null,
    at           timestamptz not null,
    text_version text        not null check (length(text_version) <= 40),
    language     text        not null check (length(language) <= 20),
    shown        text        not null check (length(shown) <= 2000),
    channel      text        not null check (channel in ('desk', 'api', 'before')),
    by_subject   text        not null check (length(by_subject) <= 200),
    by_name      text        not null check (length(by_name) <= 200)
);
comment on table coalition.consent is 'Kept as long as the member: it is how a brand shows that it was allowed. A new text is no new consent.';
comment on column coalition.consent.shown is 'The text in the language in which the guest saw it; empty where a consent ends, and of before.';
comment on column coalition.consent.channel is 'Before: agreed before texts were kept.';
create index consent_of_member on coalition.consent (member_id, tenant_id, consent_id);

insert into coalition.consent (member_id, tenant_id, purpose, given, at, text_version, language, shown, channel, by_subject, by_name)
select member_id, tenant_id, 'contact', true, contact_consent_at, '', '', '', 'before', '', ''
  from coalition.enrollment
 where contact_consent_at is not null;

call coalition.protect_rows('coalition.consent');
grant select on coalition.consent to kontor_operator, kontor_tenant;

-- The brand's own words, by purpose. Nothing here: the house's.
create table coalition.consent_text (
    tenant_id integer primary key,
    section   jsonb   not null
);
comment on table coalition.consent_text is 'The section of the tenant''s file.';
call coalition.protect_rows('coalition.consent_text');
grant select, insert, update on coalition.consent_text to kontor_tenant;

-- Agrees, or does not any more, at the brand whose role runs it: the row that says to what, and what follows from it, are one step. False when the brand
-- does not know the member; what is so already adds nothing.
create function coalition.record_consent(
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
       and exists (select from coalition.consent c where c.member_id = whose and c.tenant_id = here and c.purpose = what) then
        return true;
    end if;
    update coalition.enrollment e
       set contact_consent_at = case when agrees then moment end
     where e.member_id = whose and e.tenant_id = here;
    insert into coalition.consent (member_id, tenant_id, purpose, given, at, text_version, language, shown, channel, by_subject, by_name)
    values (whose, here, what, agrees, moment, version, spoken, text_shown, how, subject, name);
    return true;
end $$;

drop function coalition.set_contact_consent(text, timestamptz);
revoke all on function coalition.record_consent(bigint, text, boolean, timestamptz, text, text, text, text, text, text) from public;
grant execute on function coalition.record_consent(bigint, text, boolean, timestamptz, text, text, text, text, text, text) to kontor_tenant;

-- An erased member agreed to nothing any more; what was agreed to once stays, and names nobody.
create or replace function coalition.erase_member(whose bigint) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    update coalition.member
       set given_name = '—', family_name = whose::text, search_name = ' ' || whose::text, phone = null, email = null, language = 'und', state = 'closed'
     where member_id = whose;
    if not found then
        return false;
    end if;
    update coalition.card
       set blocked_at = coalesce(blocked_at, now()), blocked_by_operator = true, label = null
     where member_id = whose;
    insert into coalition.consent (member_id, tenant_id, purpose, given, at, text_version, language, shown, channel, by_subject, by_name)
    select whose, tenant_id, 'contact', false, now(), '', '', '', 'desk', '', ''
      from coalition.enrollment where member_id = whose and contact_consent_at is not null;
    update coalition.enrollment set contact_consent_at = null where member_id = whose;
    delete from coalition.code_attempt where member_id = whose;
    delete from coalition.confirmation_code where member_id = whose;
    return true;
end $$;
