update coalition.settlement_window
   set closed_at = ?
 where window_start = ?;
