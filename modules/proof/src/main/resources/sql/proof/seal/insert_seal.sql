insert into coalition.seal (seal_no, from_xid, until_xid, transfers, sealed_at, root, seal_hash)
values (?, ?, ?, ?, ?, ?, ?);
