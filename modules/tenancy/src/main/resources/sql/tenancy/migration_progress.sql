-- One whose provisioning was interrupted may have no schema yet, and does not count.
select count(*) as tenants,
       count(*) filter (where not is_current) as waiting,
       count(*) filter (where not is_current and has_failed) as failed
  from (select (select count(*)
                  from coalition.tenant_migration as m
                 where m.tenant_id = t.tenant_id
                   and m.version = any (?)) = ? as is_current,
               exists (select
                         from coalition.tenant_migration_failure as f
                        where f.tenant_id = t.tenant_id) as has_failed
          from coalition.tenant as t
         where t.configuration <> '{}') as provisioned
