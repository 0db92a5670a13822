-- One card at two places in so few minutes that nobody walks there. Files tell late and are left out; so are members with several cards, whose
-- family carries them.
select here.member_id, here.posting_id, there.posting_id as other_posting, here_tenant.tenant_id, there_tenant.tenant_id as other_tenant,
       concat_ws(' ', here_tenant.slug, here_outlet.code) as place, concat_ws(' ', there_tenant.slug, there_outlet.code) as other_place,
       extract(epoch from here.posted_at - there.posted_at)::integer / 60 as minutes
  from coalition.transfer as here
  join coalition.actor as here_actor on here_actor.actor_id = here.actor_id
                                    and here_actor.file = ''
  join coalition.tenant as here_tenant on here_tenant.tenant_id = here.tenant_id
  join coalition.outlet as here_outlet on here_outlet.tenant_id = here.tenant_id
                                      and here_outlet.outlet_id = here.outlet_id
 cross join lateral (
        select earlier.tenant_id, earlier.outlet_id, earlier.posting_id, earlier.posted_at
          from coalition.transfer as earlier
          join coalition.actor on actor.actor_id = earlier.actor_id
                              and actor.file = ''
         where earlier.member_id = here.member_id
           and earlier.window_start >= here.window_start - interval '1 month'
           and earlier.kind in ('E', 'R')
           and earlier.outlet_id <> 0
           and earlier.transfer_id < here.transfer_id
           and (earlier.tenant_id, earlier.outlet_id) <> (here.tenant_id, here.outlet_id)
           and earlier.posted_at > here.posted_at
                                   - case when earlier.tenant_id = here.tenant_id then :minutesInABrand else :minutesAmongBrands end
                                     * interval '1 minute'
         order by earlier.transfer_id desc
         limit 1) as there
  join coalition.tenant as there_tenant on there_tenant.tenant_id = there.tenant_id
  join coalition.outlet as there_outlet on there_outlet.tenant_id = there.tenant_id
                                       and there_outlet.outlet_id = there.outlet_id
 where here.posted_xid::text::bigint >= :from
   and here.posted_xid::text::bigint < :until
   and here.kind in ('E', 'R')
   and here.outlet_id <> 0
   and (select count(*) from coalition.card where card.member_id = here.member_id and card.blocked_at is null) = 1
 order by here.transfer_id
 limit :most
