lock table program_element in share row exclusive mode
