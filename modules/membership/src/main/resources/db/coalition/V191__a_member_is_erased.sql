-- Nothing that names the person stays: what is left is a number that points, purchases and sums hang on. Cards are blocked for good; their numbers
-- stay with what was bought with them, and lead to nobody any more. Done again it changes nothing.
create function coalition.erase_member(whose bigint) returns boolean
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
    update coalition.enrollment set contact_consent_at = null where member_id = whose;
    delete from coalition.code_attempt where member_id = whose;
    delete from coalition.confirmation_code where member_id = whose;
    return true;
end $$;
revoke all on function coalition.erase_member(bigint) from public;
grant execute on function coalition.erase_member(bigint) to kontor_operator;
