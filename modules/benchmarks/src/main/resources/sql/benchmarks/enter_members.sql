insert into coalition.member (member_id, given_name, family_name, search_name, language, member_since)
select member_id, 'Given', 'Family ' || member_id, ' family ' || member_id || ' given', 'en', current_date
  from generate_series(1, %1$d) as member_id;
insert into coalition.enrollment (member_id, tenant_id, enrolled_on, search_name)
select member_id, tenant_id, current_date, search_name
  from coalition.member
 cross join coalition.tenant;
