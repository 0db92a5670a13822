-- An account, and whatever was merged into it, step by step.
with recursive own (member_id) as (
    select cast(:member as bigint)
     union
    select link.member_id
      from own
      join coalition.account_link as link on link.into_id = own.member_id
)
select member_id from own order by member_id;
