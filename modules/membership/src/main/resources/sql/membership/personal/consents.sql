select c.at, t.name as "brand", c.purpose, c.given, c.text_version as "textVersion", c.language, c.shown as "text", c.channel
  from coalition.consent c
  left join coalition.tenant t using (tenant_id)
 where c.member_id = :member
 order by c.consent_id
