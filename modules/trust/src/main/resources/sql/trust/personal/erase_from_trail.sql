-- The same notes stand in the trail, each time that somebody wrote another one.
select coalition.erase_from_trail(array(
        select 'signal ' || s.signal_id
          from coalition.signal s
         where s.about_kind = 'member' and s.about = cast(:member as bigint)::text
            or s.about_kind = 'card' and exists (select from coalition.card c where c.member_id = :member and c.card_number = s.about)
            or exists (select from jsonb_array_elements(s.facts) as fact where fact ->> 'member' = cast(:member as bigint)::text)
            or exists (select from coalition.audit_entry a
                        where a.subject = 'signal ' || s.signal_id
                          and coalition.names_member(a.details ->> 'note', :member))), null)
