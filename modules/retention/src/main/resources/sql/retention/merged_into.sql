with recursive person (member_id) as (
    select member_id from coalition.member where merged_into = :member
     union
    select m.member_id from person join coalition.member m on m.merged_into = person.member_id
)
select member_id from person order by member_id
