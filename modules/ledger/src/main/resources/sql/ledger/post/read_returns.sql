-- What was returned of purchases, in its order, part by part of the award.
select reversal.member_id, reversal.purchase_id, run, part, taken, owed, expired, amount, is_by_line, is_last
  from unnest(?, ?) as wanted (member_id, purchase_id)
  join coalition.reversal on reversal.member_id = wanted.member_id
                         and reversal.purchase_id = wanted.purchase_id
 order by reversal.member_id, reversal.purchase_id, run, part;
