-- The first so many rows of a range of transactions, and with the last of them all others of its transaction.
select xid, tenant_id, window_start, transfer_id, sealed_text
  from (select posted_xid::text::bigint as xid, tenant_id, window_start, transfer_id,
               coalition.sealed_text(transfer) as sealed_text
          from coalition.transfer
         where posted_xid::text::bigint >= ?
           and posted_xid::text::bigint < ?
         order by posted_xid::text::bigint
         fetch first ? rows with ties) as earliest
 order by xid, transfer_id;
