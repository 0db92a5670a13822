-- A returned redemption is told once, by whom redeemed: not again lot by lot, as it comes back.
select transfer_id, posting_id, member_id, tenant_id, outlet_id, kind, points, pocket, business_date, posted_at, window_start, program_version
  from coalition.transfer
 where member_id = :member
   and kind <> 'B'
   and transfer_id < :before
 order by transfer_id desc
 limit :most;
