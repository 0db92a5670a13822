-- A stretch of the members of whom something is held, and whether it should be still.
with holder as (
    select distinct member_id
      from coalition.balance
     where held > 0
       and member_id > :after
     order by member_id
     limit :most
)
select member_id,
       exists (select
                 from coalition.hold
                where hold.member_id = holder.member_id
                  and hold.expires <= :now
                  and not exists (select
                                    from coalition.hold_outcome
                                   where hold_outcome.member_id = hold.member_id
                                     and hold_outcome.hold_id = hold.hold_id)) as overdue
  from holder
 order by member_id;
