select coalesce(sum(points), 0)::bigint
  from correction
 where proposer = :proposer
   and proposed_at >= :since
   and decider is null
   and state in ('approved', 'posted')
