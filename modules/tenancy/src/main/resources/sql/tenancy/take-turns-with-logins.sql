select pg_advisory_xact_lock(hashtextextended('kontor database logins', 0))
