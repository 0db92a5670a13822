select distinct hold.member_id
  from coalition.balance
  join coalition.hold using (member_id)
 where balance.held > 0
   and hold.member_id > :after
   and hold.expires <= :now
   and not exists (select
                     from coalition.hold_outcome
                    where hold_outcome.member_id = hold.member_id
                      and hold_outcome.hold_id = hold.hold_id)
 order by hold.member_id
 limit :most;
