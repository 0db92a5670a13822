update correction set told_at = :at where id = any (:ids)
