insert into coalition.balance_snapshot_progress (day, through_member, pockets, taken_at)
values (:day, :throughMember, :pockets, :now);
