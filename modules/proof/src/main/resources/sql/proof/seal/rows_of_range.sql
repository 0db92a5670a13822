select posted_xid::text::bigint, tenant_id, window_start, transfer_id, coalition.sealed_text(transfer)
  from coalition.transfer
 where posted_xid::text::bigint >= ?
   and posted_xid::text::bigint < ?
 order by 1, transfer_id;
