-- One round trip: the answers that a retry gets again, transfers, balances. A request that was answered before fails at its key or at
-- its ticket; until then nothing else was written, and the transaction can go on from the savepoint. A balance is found by the place of its row, which
-- nothing moves while its member is locked and this transaction goes on.
savepoint requests;
insert into coalition.request (member_id, key_hash, ticket, fingerprint, posting_id, points, available_after, posted_at, tenant_id, actor_id, act,
                               refusal)
select member_id, key_hash, ticket, fingerprint, posting_id, points, available_after, ?, tenant_id, actor_id, act::"char", refusal
  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           as r (member_id, key_hash, ticket, fingerprint, posting_id, points, available_after, tenant_id, actor_id, act,
                 refusal);
release savepoint requests;
insert into coalition.transfer (member_id, transfer_id, posting_id, points, line_before, posted_at, window_start, business_date,
                                tenant_id, outlet_id, program_version, debit_account, credit_account, pocket, actor_id, kind)
select t.member_id, t.transfer_id, t.posting_id, t.points, t.line_before, ?, date '1970-01-01' + t.window_day,
       date '1970-01-01' + t.business_day, t.tenant_id, t.outlet_id, t.program_version,
       transfer_kind.debit_account, transfer_kind.credit_account, t.pocket, t.actor_id, transfer_kind.kind
  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           as t (member_id, transfer_id, posting_id, points, line_before, window_day, business_day,
                 tenant_id, outlet_id, program_version, pocket, actor_id, kind)
  join coalition.transfer_kind on transfer_kind.kind = t.kind::"char";
update coalition.balance
   set earned = b.earned, consumed = b.consumed, held = b.held,
       last_activity = case when b.last_activity_day is null then null else date '1970-01-01' + b.last_activity_day end,
       active_by = nullif(b.active_by, 0),
       activity_before = case when b.activity_before_day is null then null else date '1970-01-01' + b.activity_before_day end
  from unnest(?::tid[], ?, ?, ?, ?, ?, ?, ?, ?)
           as b (place, member_id, pocket, earned, consumed, held, last_activity_day, active_by, activity_before_day)
 where balance.ctid = b.place
   and balance.member_id = b.member_id
   and balance.pocket = b.pocket;
