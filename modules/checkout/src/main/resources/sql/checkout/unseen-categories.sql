select category, first_seen, last_seen
  from unknown_category
 where seen_through is null
    or seen_through < last_seen
 order by last_seen desc, category
 limit :most
