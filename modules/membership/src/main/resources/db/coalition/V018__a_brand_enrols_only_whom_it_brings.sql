-- A brand enrols a new member in one step: member, code, card and enrolment at the brand whose role runs it. The single steps were rights
-- that went further: with them a brand could have enrolled any member of the coalition, and so have read who that is and where they live,
-- or have issued a card to somebody else's guest.
create function coalition.enrol_new_member(
        given text, family text, search text, phone text, email text, language text, card text, today date, salt bytea, hash bytea)
    returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    here    integer := coalition.current_tenant_id();
    created bigint;
begin
    if here is null then
        raise insufficient_privilege using message = 'a brand enrols its own members';
    end if;
    insert into coalition.member (given_name, family_name, search_name, phone, email, language, member_since)
    values (given, family, search, phone, email, language, today)
    returning member_id into created;
    insert into coalition.confirmation_code (member_id, salt, hash) values (created, salt, hash);
    insert into coalition.card (card_number, member_id, issued_on) values (card, created, today);
    insert into coalition.enrollment (member_id, tenant_id, enrolled_on, search_name) values (created, here, today, search);
    return created;
end $$;
revoke all on function
    coalition.enrol_new_member(text, text, text, text, text, text, text, date, bytea, bytea)
    from public;
grant execute on function
    coalition.enrol_new_member(text, text, text, text, text, text, text, date, bytea, bytea)
    to kontor_tenant;

drop function coalition.new_member(text, text, text, text, text, text, date, bytea, bytea);
drop function coalition.issue_card(text, bigint, date);

-- Left to the poster, who enrols whoever shows a card.
revoke execute on function coalition.enrol(integer, bigint[], date) from kontor_tenant, kontor_operator;
-- The operator imports members whose cards have numbers already.
revoke execute on function coalition.next_card_serial() from kontor_operator;
-- It changes none of them: names and states follow by triggers, cards are blocked by a function.
revoke update on coalition.member, coalition.card, coalition.enrollment, coalition.confirmation_code from kontor_operator;
revoke insert on coalition.enrollment from kontor_operator;

-- The poster counts wrong codes; it may not write another code.
revoke update on coalition.confirmation_code from kontor_poster;
grant update (wrong_in_a_row, locked_until) on coalition.confirmation_code to kontor_poster;
