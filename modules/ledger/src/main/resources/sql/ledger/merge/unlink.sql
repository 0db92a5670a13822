-- It stands for itself again, and for what was merged into it.
delete from coalition.account_link where member_id = :member;
