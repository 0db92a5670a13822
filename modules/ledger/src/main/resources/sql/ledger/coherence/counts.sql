select (select count(*) from coalition.transfer), (select count(distinct member_id) from coalition.balance);
