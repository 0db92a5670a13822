update coalition.tenant
   set state = :state
 where slug = :slug;
