select count(*) from coalition.member;
