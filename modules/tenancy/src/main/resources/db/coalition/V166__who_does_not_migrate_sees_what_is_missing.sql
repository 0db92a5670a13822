-- A server without the owner's login migrates nothing; it compares what it needs with what is there, and does not start on less.
grant select on coalition.flyway_schema_history to kontor_operator;
