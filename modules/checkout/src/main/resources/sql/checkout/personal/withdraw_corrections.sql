-- What somebody proposed for the member, and nobody has decided: there is nobody any more for whom it could be made good.
update correction
   set state = 'declined', decider = 'system', decider_name = 'erasure', decided_at = now()
 where member_id = :member
   and state = 'proposed'
