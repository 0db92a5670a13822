select number from coalition.free_card_number(:candidates) as number where number is not null;
