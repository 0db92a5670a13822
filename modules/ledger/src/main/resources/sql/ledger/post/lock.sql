-- What begin.sql locks, in its order.
select pg_catalog.pg_advisory_xact_lock_shared(7001);
select count(pg_catalog.pg_advisory_xact_lock(7003, place))
  from (select place
          from unnest(?) as place
         union
        select link.root_place
          from unnest(?) as wanted (member_id)
          join coalition.account_link as link on link.member_id = wanted.member_id
         order by place) as locked;
