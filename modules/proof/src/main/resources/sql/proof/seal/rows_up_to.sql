-- The first so many rows of a range of transactions, and with the last of them all others of its transaction.
select xid, earliest.tenant_id, window_start, transfer_id, concat_ws('|', sealed_text, encode(actor.fingerprint, 'hex'))
  from (select posted_xid::text::bigint as xid, tenant_id, window_start, transfer_id, actor_id,
               coalition.sealed_text(transfer) as sealed_text
          from coalition.transfer
         where posted_xid::text::bigint >= ?
           and posted_xid::text::bigint < ?
         order by posted_xid::text::bigint
         fetch first ? rows with ties) as earliest
  left join coalition.actor using (actor_id)
 order by xid, transfer_id;
