-- The number of the latest posting up to one that has a snapshot; 0 if none has.
select coalesce(max(posting_id), 0)
  from coalition.balance_snapshot
 where member_id = :member
   and posting_id <= :posting;
