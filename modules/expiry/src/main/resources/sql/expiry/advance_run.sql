update coalition.expiry_run
   set through_member = ?, members = members + ?, points = points + ?, moved_at = ?
 where as_of = ?;
