select count(distinct member_id)
  from coalition.transfer
 where window_start between ? and ?
   and kind in ('E', 'R');
