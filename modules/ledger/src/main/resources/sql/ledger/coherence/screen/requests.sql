-- One pass over the requests: what they were answered, in the form in which transfers and holds say what happened.
select max(member_id) as last_member,
       sum(hashfloat8extended(posting_id, member # points)) filter (where act = 'E' and points <> 0 and refusal = '') as request_earned,
       sum(points * hashfloat8extended(posting_id, member # act::integer)::numeric)
           filter (where act in ('C', 'R', 'G') and refusal = '') as request_moved,
       sum(points * hashfloat8extended(posting_id, member)::numeric) filter (where act = 'A' and refusal = '') as request_held,
       count(*) filter (where act = 'C' and refusal = '') as request_captures,
       count(*) filter (where act = 'R' and refusal = '') as request_reversals,
       count(*) filter (where act = 'G' and refusal = '') as request_gifts,
       count(*) filter (where refusal <> '' and (posting_id <> 0 or points <> 0)) as answered_refusals,
       count(*) filter (where act not in ('E', 'C', 'R', 'G', 'A', 'V') and points <> 0) as unknown_acts
  from (select *, hashint8extended(member_id, key) as member
          from coalition.request,
               (select ?::bigint as key) as given) as request;
