-- How many brands were locked out of a member's code, and the callers of one of them, the last of which then.
select count(distinct tenant_id) as brands, count(*) filter (where tenant_id = :brand) as callers_here,
       max(last_locked_at) filter (where tenant_id = :brand) as last_here
  from coalition.code_attempt
 where member_id = :member and last_locked_at > :since;
