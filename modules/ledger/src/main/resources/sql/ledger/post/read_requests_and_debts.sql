-- One round trip, after the balances are locked: what an earlier holder of the locks wrote is visible now.
select nextval('coalition.posting_number');
select member_id, tenant_id, key_hash, digest, act, refusal, posting_id, points, available_after, posted_at
  from unnest(?, ?, ?) as wanted (member_id, tenant_id, key_hash)
  join coalition.request using (member_id, tenant_id, key_hash);
select member_id, tenant_id, outlet_id, incurred, repaid
  from coalition.debt
 where member_id = any (?)
 order by member_id, tenant_id, outlet_id;
