-- Transfers of a range of transactions, as the pages of their seals count them.
select sum(hashint4extended(tenant_id, key # (window_start - date '2000-01-01'))) as sealed
  from coalition.transfer,
       (select ?::bigint as key, ?::bigint as from_xid, ?::xid8 as until_xid) as given
 where (from_xid is null or posted_xid::text::bigint >= from_xid)
   and posted_xid < until_xid;
