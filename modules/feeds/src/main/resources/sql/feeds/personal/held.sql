select h.held_at as "at", t.name as "brand", h.outlet, h.business_date as "businessDate", h.reference, h.kind, lower(h.state) as "state"
  from coalition.feed_held h
  left join coalition.tenant t using (tenant_id)
 where exists (select from coalition.card c where c.member_id = :member and position(c.card_number in translate(h.raw, ' -', '')) > 0)
 order by h.held_id
