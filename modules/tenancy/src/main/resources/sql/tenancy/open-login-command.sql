select format('alter role %I login password %L', :role, :verifier)
