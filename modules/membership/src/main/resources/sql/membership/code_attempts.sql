select wrong_in_a_row, locks, locked_until
  from coalition.code_attempt
 where member_id = :member and caller = :caller and last_wrong_at > :since;
