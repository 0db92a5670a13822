-- Largest first; the page begins after a row.
select member_id, pocket, runs_out_on, points, line_through, told_on, lapses_on, lapsing
  from coalition.expiry_preview(?)
 where (-points, member_id, pocket, runs_out_on) > (?, ?, ?, ?)
 order by -points, member_id, pocket, runs_out_on
 limit ?;
