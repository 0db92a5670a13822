-- All accounts of the same people, each with the one that stands for them; of an account that nothing was merged with, nothing.
select link.member_id as member, link.root_id as surviving
  from coalition.account_link as link
 where link.root_id = any (:members)
    or link.root_id in (select root_id from coalition.account_link where member_id = any (:members))
 order by link.root_id, link.member_id;
