-- Under the brand's role: whose purchases of a day were nearly all of round amounts. Machines that do not say which till they are are many tills.
select actor.subject, actor.client, actor.till, actor.role, purchase.business_date, purchase.currency, count(*) as purchases,
       count(*) filter (where amount % 10 = 0) as round_ones, sum(amount) filter (where amount % 10 = 0) as sum_of_round_ones
  from purchase
  join coalition.transfer on transfer.member_id = purchase.member_id
                         and transfer.posting_id = purchase.number
                         and transfer.kind = 'E'
                         and transfer.tenant_id = (select coalition.current_tenant_id())
                         and transfer.business_date = purchase.business_date
  join coalition.actor using (actor_id)
 where purchase.business_date >= :from
   and actor.file = ''
   and actor.role <> 'system'
   and (actor.role <> 'machine' or actor.till <> '')
 group by actor.subject, actor.client, actor.till, actor.role, purchase.business_date, purchase.currency
having count(*) filter (where amount % 10 = 0) >= :purchases
   and count(*) filter (where amount % 10 = 0) >= :share * count(*)
 order by purchase.business_date, actor.subject
 limit :most
