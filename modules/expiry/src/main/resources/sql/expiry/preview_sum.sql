select count(distinct member_id) as members,
       coalesce(sum(points), 0)::bigint as points,
       count(distinct member_id) filter (where expiring > 0) as expiring_members,
       coalesce(sum(expiring), 0)::bigint as expiring_points,
       count(distinct member_id) filter (where told_on is null) as untold_members,
       coalesce(sum(points) filter (where told_on is null), 0)::bigint as untold_points
  from coalition.expiry_preview(:asOf);
