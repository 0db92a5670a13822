-- What these accounts brought to others since they were merged, less what they drew from them and what of it expired there, by pocket.
select pocket, sum(points)::bigint as points
  from (select pocket, sum(case kind when 'M' then points else -points end) as points
          from coalition.transfer
         where member_id = any (:members)
           and kind in ('M', 'N')
           and posting_id >= :since
         group by pocket
         union all
        select came.pocket, -sum(least(came.line_before + came.points, gone.line_before + gone.points)
                                 - greatest(came.line_before, gone.line_before))
          from coalition.passing
          join coalition.transfer as came on came.member_id = passing.recipient_id
                                         and came.posting_id = passing.posting_id
                                         and came.kind = 'N'
          join coalition.transfer as gone on gone.member_id = came.member_id
                                         and gone.pocket = came.pocket
                                         and gone.kind = 'X'
                                         and gone.line_before < came.line_before + came.points
                                         and gone.line_before + gone.points > came.line_before
         where passing.member_id = any (:members)
           and passing.recipient_id <> all (:members)
           and passing.posting_id >= :since
         group by came.pocket) as moved
 group by pocket
 order by pocket;
