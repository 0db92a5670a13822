select coalition.erase_from_trail(array(select 'member ' || :member
                                         union all
                                        select 'card ' || c.card_number from coalition.card c where c.member_id = :member),
                                  cast(:member as bigint)::text)
