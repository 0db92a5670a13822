select posted_xid::text::bigint, transfer.tenant_id, window_start, transfer_id,
       concat_ws('|', coalition.sealed_text(transfer), encode(actor.fingerprint, 'hex'))
  from coalition.transfer
  left join coalition.actor using (actor_id)
 where posted_xid::text::bigint >= ?
   and posted_xid::text::bigint < ?
 order by 1, transfer_id;
