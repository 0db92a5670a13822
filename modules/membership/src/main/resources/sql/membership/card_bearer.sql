-- Who shows one card.
select shown.card_number, bearer.member_id, bearer.blocked, bearer.replaced_by_ending, bearer.state = 'active' as active, bearer.tier,
       bearer.enrolled, bearer.given_name, bearer.family_name, bearer.language, bearer.member_since
  from (select cast(:card as text) as card_number, cast(:tenant as integer) as tenant_id) as shown,
       coalition.card_bearer(shown.card_number, shown.tenant_id) as bearer;
