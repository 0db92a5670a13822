-- Only what is still so: the day has not moved, the points are there and were not announced before.
insert into coalition.expiry_notice
       (member_id, line_through, points, recorded_at, runs_out_on, told_on, expires_on, pocket, told_by, attempt)
select ahead.member_id, notice.line_through, notice.line_through - greatest(ahead.line_from, told.line_through), :now::timestamptz,
       ahead.runs_out_on, notice.told_on, greatest(ahead.runs_out_on, notice.told_on + notice.days), ahead.pocket, notice.told_by,
       failed.attempts + 1
  from (select date '1970-01-01' + runs_out_day as runs_out_on, :toldOn::date as told_on, :noticeDays::integer as days, :toldBy::text as told_by,
               member_id, pocket, line_through
          from unnest(:members, :pockets, :runsOutDays, :linesThrough) as sent (member_id, pocket, runs_out_day, line_through)) as notice
  join coalition.running_out as ahead on ahead.member_id = notice.member_id
                                     and ahead.pocket = notice.pocket
                                     and ahead.runs_out_on = notice.runs_out_on
                                     and ahead.line_from < notice.line_through
                                     and ahead.line_through >= notice.line_through
 cross join lateral (select coalesce(max(earlier.line_through), 0) as line_through
                       from coalition.notice_that_counts as earlier
                      where earlier.member_id = ahead.member_id
                        and earlier.pocket = ahead.pocket
                        and earlier.runs_out_on = ahead.runs_out_on) as told
 cross join lateral (select count(*) as attempts
                       from coalition.undelivered_notice as earlier
                      where earlier.member_id = ahead.member_id
                        and earlier.pocket = ahead.pocket
                        and earlier.runs_out_on = ahead.runs_out_on
                        and earlier.line_through = notice.line_through) as failed
 where ahead.member_id = any (:members)
   and told.line_through < notice.line_through
on conflict do nothing
returning member_id, pocket, runs_out_on, line_through, points, expires_on, attempt;
