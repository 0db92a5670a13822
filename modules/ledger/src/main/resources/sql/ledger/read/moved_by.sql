-- Some thousand rows of the brand's last days, for a person who waits at a desk.
select coalesce(sum(points), 0)::bigint as points
  from coalition.transfer
  join coalition.actor using (actor_id)
 where transfer.tenant_id = :tenant
   and business_date >= :from
   and posted_at >= :since
   and kind = :kind::"char"
   and actor.subject = :subject
   and actor.file = ''
