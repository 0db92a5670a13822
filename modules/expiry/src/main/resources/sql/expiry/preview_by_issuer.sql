-- The same points by the tenant that issued them.
select issued.tenant_id, sum(least(issued.line_before + issued.points, ahead.line_through)
                             - greatest(issued.line_before, ahead.line_through - ahead.points))::bigint as points
  from coalition.expiry_preview(:asOf) as ahead
  join coalition.transfer as issued on issued.member_id = ahead.member_id
                                   and issued.pocket = ahead.pocket
                                   and issued.credit_account = 1
                                   and issued.line_before < ahead.line_through
                                   and issued.line_before + issued.points > ahead.line_through - ahead.points
 group by issued.tenant_id
 order by points desc, issued.tenant_id;
