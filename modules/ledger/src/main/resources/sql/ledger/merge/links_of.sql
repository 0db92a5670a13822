select member_id as member, into_id as direct_into, root_id as surviving, since_posting as since
  from coalition.account_link
 where member_id = :member;
