select walk_no, until_xid::text, sealed_until::text, hash_key, basis
  from coalition.coherence_walk
 order by walk_no desc
 limit 1;
