select sum(points * hashint8extended(tenant_id, member # posting_id)::numeric) as captured,
       sum(hashint8extended(1067, member # posting_id)) filter (where outcome = 'C') as captures
  from (select *, hashint8extended(0, member_id # key) as member
          from coalition.hold_outcome,
               (select ?::bigint as key) as given) as hold_outcome;
