-- As the latest snapshot by then knew it: a visit that earned nothing leaves no transfer, and its date is nowhere else.
select max(last_activity), max(taken_at)
  from coalition.balance_snapshot
 where member_id = ?
   and posting_id = (select posting_id
                       from coalition.balance_snapshot
                      where member_id = ?
                        and taken_at <= ?
                      order by posting_id desc
                      limit 1);
