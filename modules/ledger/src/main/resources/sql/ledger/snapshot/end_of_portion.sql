-- The last member of the portion, or the greatest number when it is the last portion.
select case when count(*) < most then 9223372036854775807 else max(member_id) end
  from (select ?::bigint as after_member, ?::bigint as most) as given
  left join lateral (select distinct member_id
                       from coalition.balance
                      where member_id > after_member
                      order by member_id
                      limit most) as portion on true
 group by most;
