select coalesce(max(through_member), 0)
  from coalition.balance_snapshot_progress
 where day = :day;
