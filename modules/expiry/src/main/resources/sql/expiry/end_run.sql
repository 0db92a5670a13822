update coalition.expiry_run
   set ended_at = ?, moved_at = ?
 where as_of = ?;
