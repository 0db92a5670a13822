select until_xid::text, transfers, hash_key, content
  from coalition.coherence_walk
 order by walk_no desc
 limit 1;
