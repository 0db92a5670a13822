select seal_no, from_xid, until_xid, transfers, sealed_at, root, seal_hash
  from coalition.window_seal
  join coalition.seal using (seal_no)
 where window_start = ?;
