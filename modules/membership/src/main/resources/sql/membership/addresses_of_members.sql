select m.member_id, m.given_name, m.family_name, contact.email, m.language,
       array(select e.tenant_id from coalition.enrollment e
              where e.member_id = m.member_id
              order by e.enrolled_on, e.tenant_id) as brands
  from coalition.member m
  join coalition.contact_of(:members) contact on contact.member_id = m.member_id
 where m.member_id = any (:members)
   and m.state = 'active'
   and contact.email ~ '^[^[:space:][:cntrl:]<>]+@[^[:space:][:cntrl:]<>]+$'
   and exists (select from coalition.enrollment e where e.member_id = m.member_id);
