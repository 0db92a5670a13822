select coalesce(sum(points) filter (where kind = 'E'), 0)::bigint as earned,
       coalesce(sum(points) filter (where kind = 'R'), 0)::bigint as redeemed,
       count(distinct tenant_id) as tenants
  from coalition.transfer
 where member_id = any (:members)
   and tenant_id <> :except
   and kind in ('E', 'R');
