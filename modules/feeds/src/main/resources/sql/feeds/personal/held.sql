with recursive whose (rest, base36) as (
    select cast(:member as bigint), ''
     union all
    select rest / 36, substr('0123456789abcdefghijklmnopqrstuvwxyz', (rest % 36)::integer + 1, 1) || base36 from whose where rest > 0
)
select h.held_at as "at", t.name as "brand", h.outlet, h.business_date as "businessDate", h.reference, h.kind, lower(h.state) as "state"
  from coalition.feed_held h
  left join coalition.tenant t using (tenant_id)
 where (exists (select from coalition.card c
                 where c.member_id = :member
                   and (position(c.card_number in translate(h.raw, ' -' || chr(9) || chr(160), '')) > 0
                        or translate(h.line ->> 'card', ' -' || chr(9) || chr(160), '') = c.card_number))
        or h.standing like (select base36 || '-%' from whose where rest = 0))
 order by h.held_id
