-- A snapshot, and what was moved and held after it up to a posting.
with given as (
    select :member::bigint as member, :snapshot::bigint as kept, :posting::bigint as last
), moves as (
    select pocket, earned, consumed, held
      from given
      join coalition.balance_snapshot on member_id = member
                                     and posting_id = kept
     union all
    select pocket, case credit_account when 1 then points else 0 end, case credit_account when 1 then 0 else points end, 0
      from given
      join coalition.transfer on member_id = member
                             and posting_id > kept
                             and posting_id <= last
                             and kind <> 'U'
     union all
    select pocket, 0, 0, points
      from given
      join coalition.hold on member_id = member
                         and hold_id > kept
                         and hold_id <= last
     union all
    select hold.pocket, 0, 0, -hold.points
      from given
      join coalition.hold_outcome on hold_outcome.member_id = member
                                 and hold_outcome.posting_id > kept
                                 and hold_outcome.posting_id <= last
      join coalition.hold on hold.member_id = member
                         and hold.hold_id = hold_outcome.hold_id
)
select pocket, sum(earned - consumed - held)::bigint as available, sum(held)::bigint as held
  from moves
 group by pocket
having sum(earned) > 0
 order by pocket;
