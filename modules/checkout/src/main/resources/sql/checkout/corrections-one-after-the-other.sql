lock table correction in share row exclusive mode
