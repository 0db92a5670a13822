-- From any of them first to who stands for all, then to everybody who was merged into that one.
with recursive up (member_id, merged_into) as (
    select member_id, merged_into from coalition.member where member_id = :member
     union
    select m.member_id, m.merged_into from up join coalition.member m on m.member_id = up.merged_into
),
person (member_id) as (
    select member_id from up where merged_into is null
     union
    select m.member_id from person join coalition.member m on m.merged_into = person.member_id
)
select member_id
  from person
 where member_id <> :member
 order by member_id
