select coalition.reserve_card_serials(?);
