select count(distinct member_id)
  from coalition.transfer
 where window_start between :from and :to
   and kind in ('E', 'R');
