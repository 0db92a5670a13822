-- Members who have no row yet that could be locked. Two batches that bring the same new member wait here for each other.
select pg_catalog.pg_advisory_xact_lock(7003, hashint8(member_id))
  from (select distinct member_id from unnest(?) as fresh (member_id) order by hashint8(member_id), member_id) as ordered;
