-- The first wish counts; who asks again changes nothing.
insert into coalition.erasure (member_id, asked_at, asked_by, reason)
select member_id, :now, :by, :reason
  from coalition.member
 where member_id = :member
on conflict do nothing
