-- What a reversal took back is what its transfers moved, tenant by tenant; taken, owed and expired of all of a purchase's reversals together
-- are what the purchase earned, or what was given without one, from every tenant that paid for it, or less as long as something is left of it. They are numbered, and
-- nothing follows the last. It was asked for by the purchase's own tenant.
select format('member %s, purchase %s, return %s, tenant %s, outlet %s: earned %s of %s; taken %s, owed %s, expired %s; moved %s', member_id,
              reversal.purchase_id, reversal.run, tenant_id, reversal.outlet_id, earned.points, purchase.points, reversal.taken, reversal.owed,
              reversal.expired, moved.points)
  from (select member_id, purchase_id, run, is_last, posting_id, tenant_id, outlet_id, sum(taken) as taken, sum(owed) as owed,
               sum(expired) as expired,
               sum(sum(taken + owed + expired)) over (partition by member_id, purchase_id) as in_all,
               sum(sum(taken + owed + expired)) over (partition by member_id, purchase_id, tenant_id, outlet_id) as in_part,
               bool_or(is_last) over (partition by member_id, purchase_id) as is_whole,
               dense_rank() over (partition by member_id, purchase_id order by run) as place,
               max(run) over (partition by member_id, purchase_id) as runs
          from coalition.reversal
         group by member_id, purchase_id, run, is_last, posting_id, tenant_id, outlet_id) as reversal
  left join (select member_id, posting_id as purchase_id, tenant_id as asked_at, points
               from coalition.request
              where act in ('E', 'W')
                and refusal = '') as purchase using (member_id, purchase_id)
  left join (select member_id, posting_id, tenant_id as taken_back_by
               from coalition.request
              where act = 'R'
                and refusal = '') as request using (member_id, posting_id)
  left join (select transfer.member_id, transfer.posting_id as purchase_id, transfer.tenant_id, transfer.outlet_id,
                    sum(transfer.points) as points
               from (select distinct member_id, purchase_id from coalition.reversal) as reversed
               join coalition.transfer on transfer.member_id = reversed.member_id
                                      and transfer.posting_id = reversed.purchase_id
                                      and transfer.kind in ('E', 'W', 'O')
              group by transfer.member_id, transfer.posting_id, transfer.tenant_id, transfer.outlet_id) as earned
       using (member_id, purchase_id, tenant_id, outlet_id)
  full join (select member_id, posting_id, tenant_id, outlet_id, sum(points) as points
               from coalition.transfer
              where kind in ('V', 'K', 'Q')
              group by member_id, posting_id, tenant_id, outlet_id) as moved using (member_id, posting_id, tenant_id, outlet_id)
 where coalesce(reversal.taken, 0) <> coalesce(moved.points, 0)
    or coalesce(earned.points, 0) < reversal.in_part
    or reversal.is_whole and coalesce(earned.points, 0) <> reversal.in_part
    or coalesce(purchase.points, -1) < reversal.in_all
    or reversal.is_whole and purchase.points <> reversal.in_all
    or purchase.asked_at <> request.taken_back_by
    or reversal.run <> reversal.place
    or reversal.is_last and reversal.run <> reversal.runs;
