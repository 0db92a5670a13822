-- A till asks who shows a card and what is on it in one transaction, under the role that knows balances. That role reads no names
-- otherwise: of one shown card it may be told what any brand is told that has it shown (coalition.card_holder), and what the member is there.
create function coalition.card_bearer(number text, tenant integer)
    returns table (member_id bigint, given_name text, family_name text, language text, state text, member_since date,
                   blocked boolean, tier text, enrolled boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select m.member_id, m.given_name, m.family_name, m.language, m.state, m.member_since,
           c.blocked_at is not null, coalesce(e.tier, 'member'), e.member_id is not null
      from coalition.card c
      join coalition.member m on m.member_id = c.member_id
      left join coalition.enrollment e on e.member_id = c.member_id and e.tenant_id = tenant
     where c.card_number = number
$$;

revoke all on function coalition.card_bearer(text, integer) from public;
grant execute on function coalition.card_bearer(text, integer) to kontor_poster;
