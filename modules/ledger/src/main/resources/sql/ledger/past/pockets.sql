-- Earned less consumed, and what holds reserved that had not ended.
select pocket, sum(points_left - points_held)::bigint as available, sum(points_held)::bigint as held
  from (select pocket, case credit_account when 1 then points else -points end as points_left, 0 as points_held
          from coalition.transfer
         where member_id = ?
           and posting_id <= ?
         union all
        select hold.pocket, 0, hold.points
          from coalition.hold
          left join coalition.hold_outcome on hold_outcome.member_id = hold.member_id
                                          and hold_outcome.hold_id = hold.hold_id
                                          and hold_outcome.posting_id <= ?
         where hold.member_id = ?
           and hold.hold_id <= ?
           and hold_outcome.hold_id is null) as moves
 group by pocket
 order by pocket;
