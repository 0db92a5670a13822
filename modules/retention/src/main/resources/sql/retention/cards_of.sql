select card_number
  from coalition.card
 where member_id = :member
