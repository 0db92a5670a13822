update coalition.confirmation_code
   set wrong_in_a_row = :wrong, locked_until = :lockedUntil
 where member_id = :member;
