select outcome, replaced_by_ending from coalition.unblock_card(:card, :atMost);
