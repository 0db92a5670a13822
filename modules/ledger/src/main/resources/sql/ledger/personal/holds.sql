select h.hold_id as "posting", h.posted_at as "at", h.expires, h.points, t.name as "brand", h.pending_of is not null as "pending",
       case o.outcome when 'C' then 'captured' when 'V' then 'voided' when 'X' then 'expired' else 'open' end as "state"
  from coalition.hold h
  left join coalition.hold_outcome o on o.member_id = h.member_id and o.hold_id = h.hold_id
  left join coalition.tenant t on t.tenant_id = h.tenant_id
 where h.member_id = :member
 order by h.posted_at, h.hold_id
