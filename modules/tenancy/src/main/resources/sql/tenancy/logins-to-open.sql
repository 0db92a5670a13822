select r.oid::bigint as role_oid, r.rolname as role_name, l.fingerprint
  from pg_roles r
  left join coalition.database_login l on l.role_oid = r.oid and r.rolcanlogin
 where r.rolname in ('kontor_operator', 'kontor_poster')
    or r.rolname in (select role_name from coalition.tenant union all select courier_role_name from coalition.tenant)
 order by r.rolname
