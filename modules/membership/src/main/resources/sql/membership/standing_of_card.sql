-- Whose card it is, and whether the asking brand knows its holder: the operator, who asks for none, knows all.
select c.member_id as member, cast(:tenant as integer) is null or e.member_id is not null as known
  from coalition.card c
  left join coalition.enrollment e on e.member_id = c.member_id and e.tenant_id = :tenant
 where c.card_number = :card;
