-- What was noted on signals about the member, and on those about one of the house's people or a till in which the member comes up, as a fact or by name.
-- By name they are found before the member's own row is emptied.
update coalition.signal s
   set note = null, version = version + 1
 where s.note is not null
   and (s.about_kind = 'member' and s.about = cast(:member as bigint)::text
        or s.about_kind = 'card' and exists (select from coalition.card c where c.member_id = :member and c.card_number = s.about)
        or exists (select from jsonb_array_elements(s.facts) as fact where fact ->> 'member' = cast(:member as bigint)::text)
        or coalition.names_member(s.note, :member))
