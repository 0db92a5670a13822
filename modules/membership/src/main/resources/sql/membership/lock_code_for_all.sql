update coalition.confirmation_code set locked_until = :until where member_id = :member;
