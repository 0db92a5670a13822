update coalition.settlement_window
   set closed_at = :now, closed_xid = pg_current_xact_id()
 where window_start = :window;
