select coalition.forget_names_in_trail(:before, :most)
