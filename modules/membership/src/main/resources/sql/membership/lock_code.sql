select salt, hash, wrong_in_a_row, locked_until
  from coalition.confirmation_code
 where member_id = :member
   for update;
