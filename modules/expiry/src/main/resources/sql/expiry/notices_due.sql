-- What of these members runs out by that day and was not announced up to its end, with the tenant that issued its first point.
select ahead.member_id, ahead.pocket, ahead.runs_out_on, ahead.line_through,
       ahead.line_through - greatest(ahead.line_from, told.line_through) as points,
       (select issued.tenant_id
          from coalition.transfer as issued
         where issued.member_id = ahead.member_id
           and issued.pocket = ahead.pocket
           and issued.credit_account = 1
           and issued.line_before <= greatest(ahead.line_from, told.line_through)
           and issued.line_before + issued.points > greatest(ahead.line_from, told.line_through)) as issuer
  from coalition.running_out as ahead
 cross join lateral (select coalesce(max(notice.line_through), 0) as line_through
                       from coalition.notice_that_counts as notice
                      where notice.member_id = ahead.member_id
                        and notice.pocket = ahead.pocket
                        and notice.runs_out_on = ahead.runs_out_on) as told
 where ahead.member_id = any (:members)
   and ahead.runs_out_on <= :horizon
   and told.line_through < ahead.line_through
 order by ahead.member_id, ahead.pocket, ahead.runs_out_on;
