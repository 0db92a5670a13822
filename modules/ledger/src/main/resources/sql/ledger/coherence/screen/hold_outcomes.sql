select sum(points * hashfloat8extended(posting_id, member # tenant_id)::numeric) as captured,
       count(*) filter (where outcome = 'C') as captures
  from (select *, hashint8extended(member_id, ?) as member from coalition.hold_outcome) as hold_outcome;
