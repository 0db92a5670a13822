select t.name as "brand", d.incurred, d.repaid
  from coalition.debt d
  left join coalition.tenant t on t.tenant_id = d.tenant_id
 where d.member_id = :member
 order by t.name
