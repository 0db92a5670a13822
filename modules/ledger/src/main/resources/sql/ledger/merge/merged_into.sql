-- All accounts of the same people, each with the one that stands for them; of an account that nothing was merged with, nothing.
select link.member_id as member, link.root_id as surviving
  from coalition.account_link as link
 where link.root_id = any (array(select unnest(:members)
                                  union
                                 select own.root_id from coalition.account_link as own where own.member_id = any (:members)))
 order by link.root_id, link.member_id;
