-- Who shows one card; the first six columns are those of resolve_cards.
select shown.card_number, bearer.member_id, bearer.blocked, bearer.state = 'active', bearer.tier, bearer.enrolled,
       bearer.given_name, bearer.family_name, bearer.language, bearer.member_since
  from (select ?::text as card_number, ?::integer as tenant_id) as shown,
       coalition.card_bearer(shown.card_number, shown.tenant_id) as bearer;
