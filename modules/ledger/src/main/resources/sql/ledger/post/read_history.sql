-- All that came into these pockets and left them, in its order; for what was taken back, the purchase that it was taken for, and for what
-- came back of a redemption, its capture.
select moved.member_id, moved.pocket, coalesce(reversal.purchase_id, moved.posting_id) as posting_id, moved.tenant_id, moved.outlet_id,
       moved.kind, moved.points, hold_outcome.posting_id as capture_id
  from unnest(?, ?) as wanted (member_id, pocket)
  join coalition.transfer as moved on moved.member_id = wanted.member_id
                                  and moved.pocket = wanted.pocket
                                  and moved.kind <> 'U'
  left join coalition.reversal on moved.kind in ('V', 'K', 'Q')
                              and reversal.member_id = moved.member_id
                              and reversal.posting_id = moved.posting_id
                              and reversal.part = 1
  left join coalition.redemption_return as back on moved.kind = 'B'
                                               and back.member_id = moved.member_id
                                               and back.posting_id = moved.posting_id
  left join coalition.hold_outcome on hold_outcome.member_id = back.member_id
                                  and hold_outcome.hold_id = back.hold_id
 order by moved.member_id, moved.pocket, moved.transfer_id;
