select member_id, card_number, blocked_at
  from coalition.members_with_blocked_cards(:at, :card, :limit);
