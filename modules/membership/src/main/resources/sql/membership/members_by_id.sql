select m.member_id, m.given_name, m.family_name, m.search_name, newest.card_number,
       coalesce(e.tier, 'member') as tier, contact.phone, m.state = 'active' as active
  from coalition.member m
  left join coalition.enrollment e
         on e.member_id = m.member_id and e.tenant_id = (select coalition.current_tenant_id())
  left join coalition.contact_of(:members) contact on contact.member_id = m.member_id
  left join lateral (select c.card_number from coalition.card c
                      where c.member_id = m.member_id
                      order by c.blocked_at is not null, c.issued_on desc, c.card_number desc limit 1) newest on true
 where m.member_id = any (:members);
