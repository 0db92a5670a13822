insert into coalition.request (member_id, posting_id, points, available_after, posted_at, tenant_id, act, key_hash, fingerprint, ticket)
values (?, ?, ?, ?, ?, ?, 'E', ?, ?, ?)
