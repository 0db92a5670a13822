select walk_no, until_xid::text as until_xid, sealed_until::text as sealed_until, hash_key, basis
  from coalition.coherence_walk
 order by walk_no desc
 limit 1;
