update coalition.expiry_run
   set through_member = :throughMember, members = members + :members, points = points + :points, moved_at = :now
 where as_of = :asOf;
