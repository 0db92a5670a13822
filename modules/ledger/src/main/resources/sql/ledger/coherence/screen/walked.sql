-- What of the ledger as this transaction sees it can no longer get company: all transactions before the oldest one under way.
select until_xid::text, count(transfer_id),
       coalesce(sum(hashfloat8extended(transfer_id, hashint8extended(line_before, hashint8extended(member_id, key)
                                       # (case when credit_account = 1 then pocket else -pocket end)::bigint))), 0)
  from (select pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()) as until_xid, ?::bigint as key) as given
  left join coalition.transfer on posted_xid < until_xid
 group by until_xid;
