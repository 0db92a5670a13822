select given_name as "givenName", family_name as "familyName", phone, email, language, state, member_since as "memberSince"
  from coalition.member
 where member_id = :member
