-- Row-level security leaves the tenant's own; that it is said again lets the index serve.
select e.member_id, e.enrolled_on as day
  from coalition.enrollment e
 where e.tenant_id = (select coalition.current_tenant_id())
   and e.enrolled_on >= :since
   and (e.enrolled_on, e.member_id) < (:day, :member)
 order by e.enrolled_on desc, e.member_id desc
 limit :limit;
