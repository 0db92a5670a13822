select element, owner, set_at, set_by, set_by_name from program_element
