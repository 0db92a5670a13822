-- Every transaction before this one is over.
select pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint;
