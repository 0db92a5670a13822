-- One pass over the requests: what they were answered, in the form in which transfers and holds say what happened. A refusal with
-- points would be added up, and is counted.
select max(member_id) as last_member,
       sum(hashfloat8extended(posting_id, place # points)) filter (where act = 'E' and points <> 0) as request_earned,
       sum(points * hashfloat8extended(posting_id, member # act::integer)::numeric)
           filter (where act in ('C', 'R', 'G')) as request_moved,
       sum(points * hashfloat8extended(posting_id, member)::numeric) filter (where act = 'A') as request_held,
       count(*) filter (where act = 'C' and refusal = '') as request_captures,
       count(*) filter (where act = 'R' and refusal = '') as request_reversals,
       count(*) filter (where act = 'G' and refusal = '') as request_gifts,
       count(*) filter (where refusal <> '' and (posting_id <> 0 or points <> 0)) as answered_refusals,
       count(*) filter (where act not in ('E', 'C', 'R', 'G', 'A', 'V') and points <> 0 or points > 1073741823) as unknown_acts
  from (select *, hashint8extended(member_id, key) as member, (member_id << 32) # key as place
          from coalition.request,
               (select ?::bigint as key) as given) as request;
