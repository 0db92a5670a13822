-- How far on its line each pocket of these members was announced to lapse by that day, per day by its policy.
select member_id, pocket, runs_out_on, max(line_through)
  from coalition.notice_that_counts
 where member_id = any (?)
   and lapses_on <= ?
 group by member_id, pocket, runs_out_on;
