-- Of the transfers that may happen without a request of their own member: those that nothing accounts for. The other kinds are held
-- against requests by sums.
select count(*) as unasked
  from coalition.transfer as moved
 where kind not in ('E', 'R', 'V', 'G', 'X', 'U', 'B', 'W', 'O', 'K', 'Q')
   and not exists (select
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
                                              and gift.posting_id = moved.posting_id))
   and not (kind in ('M', 'N', 'P') and exists (select
                                                  from coalition.passing
                                                 where moved.member_id in (passing.member_id, passing.recipient_id)
                                                   and passing.posting_id = moved.posting_id))
   and not (kind = 'P' and exists (select
                                     from coalition.passed_debt
                                    where passed_debt.recipient_id = moved.member_id
                                      and passed_debt.posting_id = moved.posting_id));
