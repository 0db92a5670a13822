select t.name as "brand", e.enrolled_on as "enrolledOn", e.tier, e.contact_consent_at as "contactShownSince"
  from coalition.enrollment e
  join coalition.tenant t using (tenant_id)
 where e.member_id = :member
 order by e.enrolled_on, t.name
