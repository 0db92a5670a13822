-- What a request was answered is what happened: an earning's points were earned, a capture's redeemed, a hold's held, a gift's and a goodwill's given, and
-- of a returned redemption came back.
select format('member %s, posting %s: answered %s points, but %s were moved', member_id, posting_id, request.points, moved.points)
  from coalition.request
  left join (select member_id, posting_id, case kind when 'E' then 'E'::"char" when 'R' then 'C' when 'G' then 'G' when 'B' then 'T' when 'W' then 'W' when 'O' then 'W' else 'R' end as act, sum(points) as points
               from coalition.transfer
              where kind in ('E', 'R', 'V', 'G', 'B', 'W', 'O', 'K', 'Q')
              group by member_id, posting_id, kind
              union all
             select member_id, hold_id, 'A', sum(points)
               from coalition.hold
              group by member_id, hold_id) as moved using (member_id, posting_id, act)
 where request.refusal = ''
   and request.act <> 'V'
   and request.points <> coalesce(moved.points, 0)
    or request.refusal <> ''
   and (request.posting_id <> 0 or request.points <> 0);
