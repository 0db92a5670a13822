-- As the latest snapshot by then knew it: a visit that earned nothing leaves no transfer, and its date is nowhere else.
select max(last_activity) as day, max(taken_at) as known_at
  from coalition.balance_snapshot
 where member_id = :member
   and posting_id = (select posting_id
                       from coalition.balance_snapshot
                      where member_id = :member
                        and taken_at <= :moment
                      order by posting_id desc
                      limit 1)
having max(last_activity) is not null;
