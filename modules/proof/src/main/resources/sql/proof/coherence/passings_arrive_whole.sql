-- What passed from one account of a person to another arrived, pocket by pocket and issuer by issuer; nothing stays in transit, and each
-- account gave and got what is written down.
select format('posting %s: of pocket %s, tenant %s, outlet %s, %s went %s and came %s', posting_id, pocket, tenant_id, outlet_id, business_date,
              gone, come)
  from (select posting_id, pocket, tenant_id, outlet_id, business_date,
               coalesce(sum(points) filter (where kind = 'M'), 0) as gone,
               coalesce(sum(points) filter (where kind = 'N'), 0) as come
          from coalition.transfer
         where kind in ('M', 'N')
         group by posting_id, pocket, tenant_id, outlet_id, business_date) as lots
 where gone <> come
 union all
select format('posting %s, member %s: %s went and %s came by transfers; written down are %s and %s', posting_id, member_id,
              coalesce(moved.gone, 0), coalesce(moved.come, 0), coalesce(said.gone, 0), coalesce(said.come, 0))
  from (select posting_id, member_id, coalesce(sum(points) filter (where kind = 'M'), 0) as gone,
               coalesce(sum(points) filter (where kind = 'N'), 0) as come
          from coalition.transfer
         where kind in ('M', 'N')
         group by posting_id, member_id) as moved
  full join (select posting_id, member_id, sum(gone) as gone, sum(come) as come
               from (select posting_id, member_id, points as gone, 0 as come from coalition.passing
                      union all
                     select posting_id, recipient_id, 0, points from coalition.passing) as sides
              group by posting_id, member_id) as said using (posting_id, member_id)
 where coalesce(moved.gone, 0) <> coalesce(said.gone, 0)
    or coalesce(moved.come, 0) <> coalesce(said.come, 0);
