update coalition.actor
   set name = null
 where subject = :subject
   and name is not null
   and (:tenant::integer is null or tenant_id = :tenant::integer)
