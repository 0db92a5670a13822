-- Members who have no row yet that could be locked. Two batches that bring the same new member wait here for each other.
select pg_catalog.pg_advisory_xact_lock(7003, place)
  from (select distinct hashint8(member_id) as place from unnest(?) as fresh (member_id) order by place) as ordered;
