select count(*)
  from coalition.code_attempt
 where member_id = :member and locks > 0 and last_wrong_at > :since;
