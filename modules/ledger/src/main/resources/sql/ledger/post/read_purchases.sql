-- Purchases that are to be taken back, and whether anything lapsed in their pocket.
select request.member_id,
       request.posting_id,
       request.tenant_id,
       earned.outlet_id,
       earned.pocket,
       request.points,
       exists (select
                 from coalition.transfer as lapse
                where lapse.member_id = earned.member_id
                  and lapse.pocket = earned.pocket
                  and lapse.kind = 'X') as has_lapses,
       exists (select
                 from coalition.reversal
                where reversal.member_id = request.member_id
                  and reversal.purchase_id = request.posting_id) as reversed
  from unnest(?, ?) as wanted (member_id, posting_id)
  join coalition.request on request.member_id = wanted.member_id
                        and request.posting_id = wanted.posting_id
                        and request.act = 'E'
  left join coalition.transfer as earned on earned.member_id = request.member_id
                                        and earned.posting_id = request.posting_id
                                        and earned.kind = 'E';
