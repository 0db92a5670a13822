-- The last member of the portion, or the greatest number when it is the last portion.
select case when count(*) < most then 9223372036854775807 else max(member_id) end as through_member
  from (select :afterMember::bigint as after_member, :most::bigint as most) as given
  left join lateral (select distinct member_id
                       from coalition.balance
                      where member_id > after_member
                      order by member_id
                      limit most) as portion on true
 group by most;
