-- Of whom the member stands for, and of itself: newest first.
select merge_id as number, member_id as member, into_id as survivor, merged_at, reason, points, debt, undone_at, undo_reason, points_back, debt_back
  from coalition.member_merge
 where member_id = :member or into_id = :member
 order by merge_id desc
 limit :most;
