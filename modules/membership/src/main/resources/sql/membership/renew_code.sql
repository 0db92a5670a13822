select member_id from coalition.renew_code(:card, :salt, :hash) as member_id where member_id is not null;
