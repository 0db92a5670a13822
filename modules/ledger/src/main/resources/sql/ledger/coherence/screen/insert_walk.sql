insert into coalition.coherence_walk (until_xid, transfers, hash_key, content, walked_at)
values (?::xid8, ?, ?, ?, ?);
