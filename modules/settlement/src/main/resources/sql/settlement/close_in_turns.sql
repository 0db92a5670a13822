select pg_catalog.pg_advisory_xact_lock(7006);
