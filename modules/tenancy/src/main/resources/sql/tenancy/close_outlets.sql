update coalition.outlet
   set closed = true
 where tenant_id = (select tenant_id from coalition.tenant where slug = :slug)
   and not closed
   and not code = any (:codes);
