-- One round trip. Each statement sees what was committed before it began; hence locks first, and what they guard after them.
-- Windows stay open until this transaction ends.
select pg_catalog.pg_advisory_xact_lock_shared(7001);
-- The members, in one order everywhere, so that batches wait for each other and never in a circle.
select count(pg_catalog.pg_advisory_xact_lock(7003, place))
  from unnest(?) as place;
select window_start
  from coalition.settlement_window
 where closed_at is null
 order by window_start;
select nextval('coalition.posting_number');
select balance.member_id, pocket, earned, consumed, held, last_activity, balance.ctid
  from unnest(?) as wanted (member_id)
  join coalition.balance on balance.member_id = wanted.member_id;
select member_id, tenant_id, outlet_id, incurred, repaid
  from coalition.debt
 where member_id = any (?)
 order by member_id, tenant_id, outlet_id;
select request.member_id, request.key_hash, tenant_id, fingerprint, act, refusal, posting_id, points, available_after, posted_at
  from unnest(?, ?) as wanted (member_id, key_hash)
  join coalition.request on request.member_id = wanted.member_id
                        and request.key_hash = wanted.key_hash;
