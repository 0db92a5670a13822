select r.number as "posting", r.posted_at as "at", r.business_date as "businessDate", o.name as "outlet", r.card_number as "card", r.points,
       r.amount::text as "amount", r.currency, r.reference, coalesce(e.state, 'open') as "state", e.points as "captured"
  from redemption r
  left join redemption_end e on e.member_id = r.member_id and e.number = r.number
  left join coalition.outlet o on o.tenant_id = (select coalition.current_tenant_id()) and o.outlet_id = r.outlet_id
 where r.member_id = :member
 order by r.number
