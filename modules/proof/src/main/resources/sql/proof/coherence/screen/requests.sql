-- One pass over the requests: what they were answered, in the form in which transfers and holds say what happened. Whatever ended a hold,
-- took back a purchase or gave points away has a row of its own besides, told from the points by another hash; a return of
-- nothing has none, nor has goodwill. Nearly all requests
-- are earnings: they are told apart first.
select sum(hashint8extended(points, member # posting_id)) filter (where act = 'E' and points <> 0) as request_earned,
       sum(points * hashint8extended(act::integer, member # posting_id)::numeric
           + case when act in ('A', 'W') or posting_id = 0 or act = 'T' and points = 0 then 0 else hashint8extended(1000 + act::integer, member # posting_id) end)
           filter (where act <> 'E' and act <> 'V') as request_rest,
       count(*) filter (where points > 1073741823
                           or octet_length(refusal) > 0 and (posting_id <> 0 or points <> 0)) as impossible_requests
  from (select *, hashint8extended(0, member_id # key) as member
          from coalition.request,
               (select ?::bigint as key) as given) as request;
