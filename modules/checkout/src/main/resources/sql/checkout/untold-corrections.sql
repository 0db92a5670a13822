select id, points, gives, reason, by_operator, proposer_name, proposed_at
  from correction
 where state = 'proposed'
   and told_at is null
 order by id
 limit :most
