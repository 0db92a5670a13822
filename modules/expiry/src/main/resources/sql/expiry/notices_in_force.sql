-- How far on its line each pocket of these members was announced to expire by that day, per day by its policy.
select member_id, pocket, runs_out_on, max(line_through) as line_through
  from coalition.notice_that_counts
 where member_id = any (:members)
   and expires_on <= :asOf
 group by member_id, pocket, runs_out_on;
