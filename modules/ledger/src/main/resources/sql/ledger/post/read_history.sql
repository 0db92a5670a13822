-- All that came into these pockets and left them, in its order; for what was taken back, the purchase that it was taken for.
select moved.member_id, moved.pocket, coalesce(reversal.purchase_id, moved.posting_id) as posting_id, moved.tenant_id, moved.outlet_id,
       moved.kind, moved.points
  from unnest(?, ?) as wanted (member_id, pocket)
  join coalition.transfer as moved on moved.member_id = wanted.member_id
                                  and moved.pocket = wanted.pocket
  left join coalition.reversal on moved.kind = 'V'
                              and reversal.member_id = moved.member_id
                              and reversal.posting_id = moved.posting_id
                              and reversal.part = 1
 order by moved.member_id, moved.pocket, moved.transfer_id;
