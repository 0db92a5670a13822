-- One sealer at a time, on whatever node.
select pg_catalog.pg_try_advisory_xact_lock(7004);
