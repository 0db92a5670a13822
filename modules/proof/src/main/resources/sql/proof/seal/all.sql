select seal_no, from_xid, until_xid, transfers, sealed_at, root, seal_hash
  from coalition.seal
 order by seal_no;
