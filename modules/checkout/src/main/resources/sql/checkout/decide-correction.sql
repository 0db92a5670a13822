update correction
   set state = :state,
       decider = :decider,
       decider_name = :name,
       decided_at = :at,
       decision = :why
 where id = :id
   and state = 'proposed'
