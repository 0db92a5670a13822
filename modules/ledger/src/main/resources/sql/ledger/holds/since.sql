-- Holds of redemptions that were made or ended since then. A member has few.
select hold.member_id, coalesce(ended.posting_id, hold.hold_id) as number
  from coalition.hold
  left join coalition.hold_outcome as ended on ended.member_id = hold.member_id
                                           and ended.hold_id = hold.hold_id
 where hold.member_id = any (:members)
   and hold.tenant_id = :tenant
   and hold.pending_of is null
   and (hold.posted_at >= :since or ended.posted_at >= :since);
