select member_id, given_name, language, state = 'active' as active, member_since, card_program, blocked,
       replaced_by_ending, issued_on
  from coalition.card_holder(:card);
