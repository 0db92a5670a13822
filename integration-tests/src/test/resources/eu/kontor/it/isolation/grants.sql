-- What anybody but the owner may do with what is in the schema coalition. Partitions have no rights of their own, which another test holds;
-- functions of extensions and of triggers can do nothing that their callers cannot.
with things as (
    select case c.relkind when 'S' then 'sequence ' when 'v' then 'view ' else 'table ' end || c.relname as thing,
           '' as columns, coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's'::"char" else 'r'::"char" end, c.relowner)) as acl,
           c.relowner as owner
      from pg_class c
     where c.relnamespace = 'coalition'::regnamespace
       and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       and not c.relispartition
    union all
    select case c.relkind when 'v' then 'view ' else 'table ' end || c.relname, ' (' || a.attname || ')', a.attacl, c.relowner
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'coalition'::regnamespace
       and a.attacl is not null
       and not a.attisdropped
    union all
    select 'function ' || p.proname, '', coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner
      from pg_proc p
     where p.pronamespace = 'coalition'::regnamespace
       and p.prorettype <> 'trigger'::regtype
       and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
    union all
    select 'schema ' || n.nspname, '', n.nspacl, n.nspowner
      from pg_namespace n
     where n.nspname = 'coalition'
)
select thing,
       case g.grantee when 0 then 'everyone' else g.grantee::regrole::text end as role,
       string_agg(lower(g.privilege_type) || columns, ', ' order by lower(g.privilege_type), columns) as rights
  from things, aclexplode(acl) g
 where g.grantee <> owner
 group by thing, g.grantee
 order by thing, role
