select salt, hash, slow, locked_until
  from coalition.confirmation_code
 where member_id = :member
   for update;
