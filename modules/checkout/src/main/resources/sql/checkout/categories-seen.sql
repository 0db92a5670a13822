-- What came since it was shown is shown again.
update unknown_category
   set seen_through = seen.through
  from unnest(:categories, :through) as seen (category, through)
 where unknown_category.category = seen.category
