select coalition.next_card_serial();
