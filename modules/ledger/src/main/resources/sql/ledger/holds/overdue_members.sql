-- Of a stretch of time: of what ended long ago nothing is read, however many are waiting.
select distinct member_id
  from coalition.hold
 where expires > :since
   and expires <= :now
   and member_id > :after
   and not exists (select
                     from coalition.hold_outcome
                    where hold_outcome.member_id = hold.member_id
                      and hold_outcome.hold_id = hold.hold_id)
 order by member_id
 limit :most;
