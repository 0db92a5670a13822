-- What came back of a redemption are points of the lots that it took: of their pocket and issuer, of the day on which they were issued,
-- and no more than it took of them.
select format('member %s, redemption %s, pocket %s: %s points of tenant %s, outlet %s, %s came back; it had taken %s', member_id, hold_id,
              pocket, back.points, tenant_id, outlet_id, business_date, coalesce(drawn.points, 0))
  from (select moved.member_id, returned.hold_id, moved.pocket, moved.tenant_id, moved.outlet_id, moved.business_date,
               sum(moved.points) as points
          from coalition.transfer as moved
          join coalition.redemption_return as returned on returned.member_id = moved.member_id
                                                      and returned.posting_id = moved.posting_id
         where moved.kind = 'B'
         group by moved.member_id, returned.hold_id, moved.pocket, moved.tenant_id, moved.outlet_id, moved.business_date) as back
  left join (select ended.member_id, ended.hold_id, lot.pocket, lot.tenant_id, lot.outlet_id, lot.business_date,
                    sum(least(lot.line_before + lot.points, taken.line_before + taken.points)
                        - greatest(lot.line_before, taken.line_before)) as points
               from (select distinct member_id, hold_id from coalition.redemption_return) as returned
               join coalition.hold_outcome as ended using (member_id, hold_id)
               join coalition.transfer as taken on taken.member_id = ended.member_id
                                               and taken.posting_id = ended.posting_id
                                               and taken.kind = 'R'
               join coalition.transfer as lot on lot.member_id = taken.member_id
                                             and lot.pocket = taken.pocket
                                             and lot.credit_account = 1
                                             and lot.line_before < taken.line_before + taken.points
                                             and lot.line_before + lot.points > taken.line_before
              group by ended.member_id, ended.hold_id, lot.pocket, lot.tenant_id, lot.outlet_id, lot.business_date) as drawn
       using (member_id, hold_id, pocket, tenant_id, outlet_id, business_date)
 where back.points > coalesce(drawn.points, 0);
