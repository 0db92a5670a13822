-- Who took the trail along once searched it for words, and it was written down for which; that is not done any more, and what is left of it goes.
select coalition.erase_from_trail(array(select 'member ' || :member
                                         union all
                                        select 'card ' || c.card_number from coalition.card c where c.member_id = :member
                                         union all
                                        select 'audit trail'),
                                  cast(:member as bigint)::text)
