insert into coalition.request (member_id, posting_id, points, available_after, posted_at, tenant_id, act, key_hash, digest, refusal)
select member_id, posting_id, points, available_after, ?, tenant_id, act::"char", key_hash, digest, refusal
  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
           as r (member_id, posting_id, points, available_after, tenant_id, act, key_hash, digest, refusal);
