-- As it came a line may be cut off before the card, or write it in groups; what was read of it is whole. What calls a ticket off names no card, but
-- what stands of it, by whose number it is known.
with recursive whose (rest, base36) as (
    select cast(:member as bigint), ''
     union all
    select rest / 36, substr('0123456789abcdefghijklmnopqrstuvwxyz', (rest % 36)::integer + 1, 1) || base36 from whose where rest > 0
)
update coalition.feed_held h
   set raw = ''
 where h.state <> 'HELD'
   and h.raw <> ''
   and (exists (select from coalition.card c
                 where c.member_id = :member
                   and (position(c.card_number in translate(h.raw, ' -' || chr(9) || chr(160), '')) > 0
                        or translate(h.line ->> 'card', ' -' || chr(9) || chr(160), '') = c.card_number))
        or h.standing like (select base36 || '-%' from whose where rest = 0))
