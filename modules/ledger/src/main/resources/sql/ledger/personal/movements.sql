select tr.posting_id as "posting", tr.posted_at as "at", tr.business_date as "businessDate", k.name as "kind", tr.points, t.name as "brand", o.name as "outlet"
  from coalition.transfer tr
  join coalition.transfer_kind k on k.kind = tr.kind
  left join coalition.tenant t on t.tenant_id = tr.tenant_id
  left join coalition.outlet o on o.tenant_id = tr.tenant_id and o.outlet_id = tr.outlet_id
 where tr.member_id = :member
 order by tr.posted_at, tr.transfer_id
