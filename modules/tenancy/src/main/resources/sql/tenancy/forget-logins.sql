delete from coalition.database_login l
 where not exists (select from pg_roles r where r.oid = l.role_oid)
