select transfer_id, posting_id, member_id, tenant_id, outlet_id, kind, points, pocket, business_date, posted_at, window_start, program_version
  from coalition.transfer
 where window_start = :window
   and tenant_id = :tenant
   and (business_date, transfer_id) > (:afterDay, :afterNumber)
   and (:kind::text is null or kind = :kind::"char")
 order by business_date, transfer_id
 limit :most;
