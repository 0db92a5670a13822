select sum(points)::bigint from coalition.transfer
