insert into coalition.sealed_page (seal_no, tenant_id, window_start, transfers, transfers_so_far, page_hash, fingerprints)
values (?, ?, ?, ?, ?, ?, ?);
