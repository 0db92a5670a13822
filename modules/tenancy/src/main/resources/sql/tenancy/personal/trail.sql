select a.at, t.name as "brand", a.action, a.subject
  from coalition.audit_entry a
  left join coalition.tenant t using (tenant_id)
 where a.subject = 'member ' || :member
    or a.subject in (select 'card ' || c.card_number from coalition.card c where c.member_id = :member)
 order by a.audit_entry_id
