select g.posting_id as "posting", g.posted_at as "at", g.business_date as "businessDate", g.points, t.name as "brand",
       case when g.member_id = :member then 'given' else 'received' end as "direction"
  from coalition.gift g
  left join coalition.tenant t on t.tenant_id = g.tenant_id
 where g.member_id = :member
    or g.recipient_id = :member
 order by g.posted_at
