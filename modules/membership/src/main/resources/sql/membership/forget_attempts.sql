delete from coalition.code_attempt where member_id = :member and caller = :caller;
