-- How many due_members finds after a member.
select count(distinct notice.member_id)
  from coalition.notice_that_counts as notice
  join coalition.balance using (member_id, pocket)
 where notice.member_id > ?
   and notice.lapses_on <= ?
   and balance.consumed < notice.line_through
   and balance.earned - balance.consumed - balance.held > 0
   and (notice.pocket < 0
        or notice.runs_out_on = (select max(other.last_activity)
                                   from coalition.balance as other
                                  where other.member_id = notice.member_id) + make_interval(months => notice.pocket));
