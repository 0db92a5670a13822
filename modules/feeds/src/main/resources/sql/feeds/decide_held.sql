update coalition.feed_held
   set state = :state, decided_by = :by, decided_at = :now
 where tenant_id = :tenant
   and held_id = :held
   and state = 'HELD'
