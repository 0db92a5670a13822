-- What was frozen with closed windows and counted under seals.
with frozen as materialized (
    select points, transfers,
           hashint4extended(business_month - date '2000-01-01',
                            hashcharextended(kind, hashint4extended(outlet_id, hashint4extended(tenant_id, key)))) as position
      from coalition.window_position, (select ?::bigint as key) as given
)
select (select sum(points * (position & 2147483647)::numeric) from frozen) as frozen_points,
       (select sum(points * (position >> 32 & 2147483647)::numeric) from frozen) as more_frozen_points,
       (select sum(transfers * position::numeric) from frozen) as frozen_transfers,
       (select sum(transfers * hashint4extended(tenant_id, ?::bigint # (window_start - date '2000-01-01'))::numeric)
          from coalition.sealed_page) as sealed_pages,
       (select count(distinct member_id) from coalition.balance) as members;
