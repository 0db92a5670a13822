select s.first_at as "at", s.kind, s.state, s.times, t.name as "brand"
  from coalition.signal s
  left join coalition.tenant t using (tenant_id)
 where s.about_kind = 'member'
   and s.about = cast(:member as bigint)::text
 order by s.signal_id
