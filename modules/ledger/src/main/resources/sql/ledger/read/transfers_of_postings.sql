-- The members lead to the rows: of each there are few.
select transfer_id, posting_id, member_id, transfer.tenant_id, outlet_id, kind, points, pocket, business_date, posted_at, window_start,
       program_version, actor_id, actor.tenant_id as actor_tenant, actor.subject as actor_subject, actor.name as actor_name,
       actor.client as actor_client, actor.role as actor_role, actor.till as actor_till, actor.file as actor_file
  from coalition.transfer
  left join coalition.actor using (actor_id)
 where member_id = any (:members)
   and (member_id, posting_id) in (select * from unnest(:members, :numbers))
   and window_start = :window
   and transfer.tenant_id = :tenant
 order by business_date, transfer_id
 limit :most;
