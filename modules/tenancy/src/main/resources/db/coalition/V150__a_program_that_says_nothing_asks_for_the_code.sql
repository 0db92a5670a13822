-- A program that says nothing of confirmationRequired meant false until now, and means true from now on. Its section counts as changed, so
-- that it is published with the new meaning when the configuration is next applied; one that says false keeps it.
delete from coalition.applied_section s
 using coalition.tenant t
 where t.tenant_id = s.tenant_id
   and s.section = 'program'
   and not coalesce(t.configuration -> 'program' ? 'confirmationRequired', false);
