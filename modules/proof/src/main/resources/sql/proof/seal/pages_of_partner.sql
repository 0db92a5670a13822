select seal_no, transfers
  from coalition.sealed_page
 where tenant_id = ?
   and window_start = ?
   and seal_no <= ?
 order by seal_no;
