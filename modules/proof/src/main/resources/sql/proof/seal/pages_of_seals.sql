select seal_no, tenant_id, window_start, transfers, transfers_so_far, page_hash, fingerprints
  from coalition.sealed_page
 where seal_no between ? and ?
 order by seal_no, tenant_id, window_start;
