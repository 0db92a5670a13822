-- What a reason must not repeat.
select given_name, family_name, phone, email
  from coalition.member
 where member_id = :member
