-- Nothing moves without a request, but what expires, and repayments from points that an overdue hold gave back. What a recipient got, and
-- repaid from it, was requested by the giver; what passes between two accounts
-- of one person, and is repaid from it, is written down.
select format('member %s, transfer %s: no request asked for posting %s', member_id, transfer_id, posting_id)
  from coalition.transfer
 where kind <> 'X'
   and not exists (select
                     from coalition.request
                    where request.member_id = transfer.member_id
                      and request.posting_id = transfer.posting_id)
   and not (kind = 'P' and exists (select
                                     from coalition.hold_outcome
                                    where hold_outcome.member_id = transfer.member_id
                                      and hold_outcome.posting_id = transfer.posting_id
                                      and hold_outcome.outcome = 'X'))
   and not (kind in ('I', 'P') and exists (select
                                             from coalition.gift
                                            where gift.recipient_id = transfer.member_id
                                              and gift.posting_id = transfer.posting_id))
   and not (kind in ('M', 'N', 'P') and exists (select
                                                  from coalition.passing
                                                 where transfer.member_id in (passing.member_id, passing.recipient_id)
                                                   and passing.posting_id = transfer.posting_id))
   and not (kind = 'P' and exists (select
                                     from coalition.passed_debt
                                    where passed_debt.recipient_id = transfer.member_id
                                      and passed_debt.posting_id = transfer.posting_id));
