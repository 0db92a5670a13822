-- Largest first; the page begins after a row.
select member_id, pocket, runs_out_on, points, line_through, told_on, expires_on, expiring
  from coalition.expiry_preview(:asOf)
 where (-points, member_id, pocket, runs_out_on) > (:minusPoints, :member, :pocket, :runsOutOn)
 order by -points, member_id, pocket, runs_out_on
 limit :most;
