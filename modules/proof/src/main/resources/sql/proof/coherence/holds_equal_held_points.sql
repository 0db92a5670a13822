-- What a balance holds is the sum of the holds that have not ended.
select format('member %s, pocket %s: balance holds %s, open holds %s', member_id, pocket, balance.held, open.points)
  from coalition.balance
  full join (select member_id, pocket, sum(points) as points
               from coalition.hold
              where not exists (select
                                  from coalition.hold_outcome
                                 where hold_outcome.member_id = hold.member_id
                                   and hold_outcome.hold_id = hold.hold_id)
              group by member_id, pocket) as open using (member_id, pocket)
 where coalesce(balance.held, 0) <> coalesce(open.points, 0);
