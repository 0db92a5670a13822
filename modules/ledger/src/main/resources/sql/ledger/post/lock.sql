-- What begin.sql locks, in its order.
select pg_catalog.pg_advisory_xact_lock_shared(7001);
select count(pg_catalog.pg_advisory_xact_lock(7003, place))
  from unnest(?) as place;
