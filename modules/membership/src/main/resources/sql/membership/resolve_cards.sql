select c.card_number, c.member_id, c.blocked_at is not null as blocked, c.blocked_at,
       right(c.replaced_by, 2) as replaced_by_ending, c.holder_active as active,
       case when c.person_id is null then coalesce(e.tier, 'member')
            else coalition.tier_of_person(c.person_id, e.tier, asked.tenant_id) end as tier,
       e.member_id is not null as enrolled
  from (select cast(? as integer) as tenant_id) as asked,
       coalition.card c
  left join coalition.enrollment e on e.member_id = c.member_id and e.tenant_id = ?
 where c.card_number = any (?);
