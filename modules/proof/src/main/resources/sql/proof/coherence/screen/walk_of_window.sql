-- A sum of hashes of all that a rule reads of a window's transfers, in a range of transactions: as long as it is the same, they are the
-- same. A hash takes 32 bits of its value and 64 of its seed: a wide number goes in with the seed.
select sum(hashcharextended(kind,
           hashint2extended(pocket,
           hashint2extended(credit_account,
           hashint2extended(debit_account, line_before
         # hashint4extended(outlet_id, points
         # hashint4extended(tenant_id, posting_id
         # hashdateextended(business_date, transfer_id
         # hashxid8extended(posted_xid, member_id
         # key # (window_begins - date '2000-01-01')))))))))) as content
  from coalition.transfer,
       (select ?::bigint as key, ?::date as window_begins, ?::bigint as from_xid, ?::xid8 as until_xid) as given
 where window_start = window_begins
   and (from_xid is null or posted_xid::text::bigint >= from_xid)
   and posted_xid < until_xid;
