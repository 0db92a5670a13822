select salt, hash, slow from coalition.confirmation_code where member_id = :member;
