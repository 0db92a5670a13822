select coalition.block_card(:card, :at);
