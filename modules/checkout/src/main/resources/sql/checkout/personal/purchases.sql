select p.number as "posting", p.business_date as "businessDate", p.business_time as "time", o.name as "outlet", p.card_number as "card",
       p.amount::text as "amount", p.currency, p.points, p.reference, p.lines
  from purchase p
  left join coalition.outlet o on o.tenant_id = (select coalition.current_tenant_id()) and o.outlet_id = p.outlet_id
 where p.member_id = :member
 order by p.number
