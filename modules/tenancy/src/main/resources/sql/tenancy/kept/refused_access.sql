select coalition.forget_trail(:before, 'refuse-access', :most)
