select request.ticket, request.member_id, request.posting_id,
       (exists (select
                 from coalition.reversal
                where reversal.member_id = request.member_id
                  and reversal.purchase_id = request.posting_id
                  and reversal.is_last)
       or request.act = 'A'
      and exists (select
                    from coalition.hold_outcome as ended
                   where ended.member_id = request.member_id
                     and ended.hold_id = request.posting_id
                     and ended.points <= (select coalesce(sum(back.points), 0)
                                            from coalition.redemption_return as back
                                           where back.member_id = ended.member_id
                                             and back.hold_id = ended.hold_id))) as taken_back
  from unnest(?) as wanted (ticket)
  join coalition.request on request.ticket = wanted.ticket
