select name, value
  from coalition.coherence_sum
 where walk_no = ?;
