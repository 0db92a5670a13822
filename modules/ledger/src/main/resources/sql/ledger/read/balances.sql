-- One round trip: pockets that were ever used, what is owed, of each pocket what expires first, and what is pending.
select member_id, pocket, earned - consumed - held as available, held,
       max(last_activity) over (partition by member_id) as last_activity
  from coalition.balance
 where member_id = any (?)
   and (earned > 0 or last_activity is not null)
 order by member_id, pocket;
select member_id, sum(incurred - repaid)::bigint as owed
  from coalition.debt
 where member_id = any (?)
   and incurred > repaid
 group by member_id;
select distinct on (ahead.member_id, ahead.pocket)
       ahead.member_id, ahead.pocket, ahead.runs_out_on, announced.expires_on,
       least(ahead.line_through, announced.line_through) - ahead.line_from as points
  from coalition.running_out as ahead
  left join lateral (select expires_on, line_through
                       from coalition.notice_that_counts as notice
                      where notice.member_id = ahead.member_id
                        and notice.pocket = ahead.pocket
                        and notice.runs_out_on = ahead.runs_out_on
                        and notice.line_through > ahead.line_from
                        and notice.expires_on is not null
                      order by expires_on, line_through desc
                      limit 1) as announced on true
 where ahead.member_id = any (?)
 order by ahead.member_id, ahead.pocket, ahead.runs_out_on;
select member_id, expires, sum(points)::bigint as points
  from coalition.hold
 where member_id = any (?)
   and pending_of is not null
   and not exists (select
                     from coalition.hold_outcome
                    where hold_outcome.member_id = hold.member_id
                      and hold_outcome.hold_id = hold.hold_id)
 group by member_id, expires
 order by member_id, expires;
