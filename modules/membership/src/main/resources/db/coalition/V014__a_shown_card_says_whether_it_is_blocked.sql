-- Whoever holds a card has shown it: name and state of its holder and the state of that card, no contact data and no other cards.
drop function coalition.card_holder(text);
create function coalition.card_holder(number text)
    returns table (member_id bigint, given_name text, family_name text, language text, state text, member_since date,
                   card_program text, blocked boolean, issued_on date)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select m.member_id, m.given_name, m.family_name, m.language, m.state, m.member_since,
           c.card_program, c.blocked_at is not null, c.issued_on
      from coalition.card c
      join coalition.member m on m.member_id = c.member_id
     where c.card_number = number
$$;

revoke all on function coalition.card_holder(text) from public;
grant execute on function coalition.card_holder(text) to kontor_tenant, kontor_operator;
