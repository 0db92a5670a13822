update unknown_category set untold = false where category = any (:categories)
