select member_id, given_name, family_name, search_name, card_number, tier, phone, state = 'active' as active
  from coalition.search_members(cast(:names as text[]), cast(:phone as text), cast(:email as text), :afterName, :afterMember, :limit);
