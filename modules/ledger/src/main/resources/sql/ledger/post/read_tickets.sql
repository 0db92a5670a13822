select request.ticket, request.member_id, request.posting_id,
       exists (select
                 from coalition.reversal
                where reversal.member_id = request.member_id
                  and reversal.purchase_id = request.posting_id
                  and reversal.is_last) as taken_back
  from unnest(?) as wanted (ticket)
  join coalition.request on request.ticket = wanted.ticket
