select category from unknown_category where untold order by category limit :most
