select coalition.forget_trail(:before, null, :most)
