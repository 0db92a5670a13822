-- Whether words that people wrote name a member: first and last name beside each other in either order, as whole words, in Chinese and Japanese as they are
-- written there; the mail; the phone with or without what is dialled before it. A namesake's first name alone names nobody, and a member without a mail has
-- none that could be found.
create function coalition.names_member(words text, whom bigint) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select
          from coalition.member m,
               lateral (select ' ' || regexp_replace(lower(words), '[^[:alnum:]]+', ' ', 'g') || ' ' as said,
                               regexp_replace(lower(m.given_name), '[^[:alnum:]]+', ' ', 'g') as given,
                               regexp_replace(lower(m.family_name), '[^[:alnum:]]+', ' ', 'g') as family) as plain
         where m.member_id = whom
           and m.given_name <> '—'
           and (position(' ' || trim(given) || ' ' || trim(family) || ' ' in said) > 0
                or position(' ' || trim(family) || ' ' || trim(given) || ' ' in said) > 0
                or given || family ~ '^[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+$'
                   and (position(family || given in replace(said, ' ', '')) > 0 or position(given || family in replace(said, ' ', '')) > 0)
                or position(lower(nullif(m.email, '')) in lower(words)) > 0
                or length(m.phone_digits) >= 6
                   and position(right(m.phone_digits, greatest(6, length(m.phone_digits) - 3)) in regexp_replace(words, '[^0-9]', '', 'g')) > 0))
$$;
revoke all on function coalition.names_member(text, bigint) from public;
grant execute on function coalition.names_member(text, bigint) to kontor_operator;
