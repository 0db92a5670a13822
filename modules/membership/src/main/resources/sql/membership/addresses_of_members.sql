select m.member_id, m.given_name, m.family_name, m.email, m.language,
       array(select e.tenant_id from coalition.enrollment e
              where e.member_id = m.member_id
              order by e.enrolled_on, e.tenant_id) as brands
  from coalition.member m
 where m.member_id = any (:members)
   and m.state = 'active'
   and m.email ~ '^[^[:space:][:cntrl:]<>]+@[^[:space:][:cntrl:]<>]+$'
   and exists (select from coalition.enrollment e where e.member_id = m.member_id);
