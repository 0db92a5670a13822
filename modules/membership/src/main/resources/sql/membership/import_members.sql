with line as materialized (
    select nextval('coalition.member_id') as member_id, fresh.*
      from (select distinct on (new.card_number) new.*
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[],
                          ?::bytea[], ?::bytea[])
                   as new (given_name, family_name, search_name, phone, email, language, member_since, card_number,
                           salt, hash)
             where not exists (select from coalition.card c where c.card_number = new.card_number)
             order by new.card_number) fresh
), member as (
    insert into coalition.member
           (member_id, given_name, family_name, search_name, phone, email, language, member_since)
    select member_id, given_name, family_name, search_name, phone, email, language, member_since from line
), card as (
    insert into coalition.card (card_number, member_id, issued_on)
    select card_number, member_id, member_since from line
), code as (
    insert into coalition.confirmation_code (member_id, salt, hash) select member_id, salt, hash from line
)
select count(*) as created from line;
