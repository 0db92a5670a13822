-- Purchases that a person took back, and goodwill that one gave or took back, at night, when nobody sold anything at the brand in the hour before: the house was closed.
select actor.tenant_id, actor.subject, transfer.member_id, transfer.posting_id, transfer.points,
       to_char(transfer.posted_at at time zone tenant.zone, 'YYYY-MM-DD HH24:MI') as local_time
  from coalition.transfer
  join coalition.actor using (actor_id)
  join coalition.tenant on tenant.tenant_id = actor.tenant_id
 where transfer.posted_xid::text::bigint >= :from
   and transfer.posted_xid::text::bigint < :until
   and transfer.kind in ('V', 'K', 'W')
   and actor.file = ''
   and actor.role not in ('machine', 'system')
   and not extract(hour from transfer.posted_at at time zone tenant.zone) between :opens and :closes - 1
   and not exists (select
                     from coalition.transfer as sold
                     join coalition.actor as seller on seller.actor_id = sold.actor_id
                    where sold.tenant_id = actor.tenant_id
                      and sold.business_date >= (transfer.posted_at at time zone tenant.zone)::date - 1
                      and sold.kind = 'E'
                      and seller.file = ''
                      and sold.posted_at >= transfer.posted_at - interval '1 hour'
                      and sold.posted_at < transfer.posted_at)
 order by transfer.transfer_id
 limit :most
