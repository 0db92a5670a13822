update coalition.expiry_run
   set stopped_at = ?
 where stopped_at is null
   and ended_at is null
returning as_of;
