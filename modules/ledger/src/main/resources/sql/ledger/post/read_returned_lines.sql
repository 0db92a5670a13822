select reversal_line.member_id, reversal_line.purchase_id, line, units
  from unnest(?, ?) as wanted (member_id, purchase_id)
  join coalition.reversal_line on reversal_line.member_id = wanted.member_id
                              and reversal_line.purchase_id = wanted.purchase_id;
