select count(distinct member_id), coalesce(sum(points), 0)::bigint,
       count(distinct member_id) filter (where lapsing > 0), coalesce(sum(lapsing), 0)::bigint,
       count(distinct member_id) filter (where told_on is null), coalesce(sum(points) filter (where told_on is null), 0)::bigint
  from coalition.expiry_preview(?);
