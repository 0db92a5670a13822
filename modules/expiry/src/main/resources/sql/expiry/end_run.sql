update coalition.expiry_run
   set ended_at = :now, moved_at = :now
 where as_of = :asOf;
