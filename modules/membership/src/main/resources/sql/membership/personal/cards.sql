select card_number as "card", card_program as "cardProgram", issued_on as "issuedOn", label, blocked_at as "blockedAt", replaced_by as "replacedBy"
  from coalition.card
 where member_id = :member
 order by issued_on, card_number
