-- Of transfers that may happen without a request of their own member: those that nothing accounts for.
select count(*) as unasked
  from (select split_part(words, ' ', 1)::bigint as member_id, split_part(words, ' ', 2)::bigint as posting_id,
               split_part(words, ' ', 3) as kind
          from unnest(?::text[]) as words) as moved
 where not exists (select
                     from coalition.request
                    where request.member_id = moved.member_id
                      and request.posting_id = moved.posting_id)
   and not (kind = 'P' and exists (select
                                     from coalition.hold_outcome
                                    where hold_outcome.member_id = moved.member_id
                                      and hold_outcome.posting_id = moved.posting_id
                                      and hold_outcome.outcome = 'X'))
   and not (kind in ('I', 'P') and exists (select
                                             from coalition.gift
                                            where gift.recipient_id = moved.member_id
                                              and gift.posting_id = moved.posting_id));
