-- One pass over the requests: what they were answered, in the form in which transfers, holds and their ends say what happened. Nearly all
-- are earnings, so that every condition asks for those first.
select sum(hashint8extended(points, member # posting_id)) filter (where act = 'E' and points <> 0) as request_earned,
       sum(points * hashint8extended(act::integer, member # posting_id)::numeric)
           filter (where act <> 'E' and act in ('C', 'R', 'G', 'A')) as request_moved,
       sum(hashint8extended(act::integer, member # posting_id))
           filter (where act <> 'E' and act in ('C', 'R', 'G') and posting_id <> 0) as request_outcomes,
       count(*) filter (where points > 1073741823
                           or refusal <> '' and (posting_id <> 0 or points <> 0)
                           or act <> 'E' and act not in ('C', 'R', 'G', 'A', 'V') and points <> 0) as impossible_requests
  from (select *, hashint8extended(0, member_id # key) as member
          from coalition.request,
               (select ?::bigint as key) as given) as request;
