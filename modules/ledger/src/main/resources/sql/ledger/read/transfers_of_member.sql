-- A returned redemption is told once, by whom redeemed: not again lot by lot, as it comes back. What goes from one account of a person to the
-- other is told where they are not looked at together.
select transfer_id, posting_id, member_id, transfer.tenant_id, outlet_id, kind, points, pocket, business_date, posted_at, window_start,
       program_version, actor_id, actor.tenant_id as actor_tenant, actor.subject as actor_subject, actor.name as actor_name,
       actor.client as actor_client, actor.role as actor_role, actor.till as actor_till, actor.file as actor_file
  from coalition.transfer
  left join coalition.actor using (actor_id)
 where member_id = any (:members)
   and kind <> 'B'
   and (cardinality(:members) = 1 or kind not in ('M', 'N'))
   and transfer_id < :before
 order by transfer_id desc
 limit :most;
