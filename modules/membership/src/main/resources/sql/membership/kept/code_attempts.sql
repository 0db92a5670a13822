with gone as (
    delete from coalition.code_attempt
     where (member_id, caller) in (select member_id, caller from coalition.code_attempt where last_wrong_at < :before limit :most)
    returning 1
)
select count(*) from gone
