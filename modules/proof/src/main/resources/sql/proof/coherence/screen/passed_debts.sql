select sum(points * hashint8extended(outlet_id, recipient # tenant_id)::numeric) as debt_passed_in,
       sum(points * hashint8extended(outlet_id, member # tenant_id)::numeric) as debt_passed_on
  from (select *, hashint8extended(0, member_id # key) as member, hashint8extended(0, recipient_id # key) as recipient
          from coalition.passed_debt,
               (select ?::bigint as key) as given) as passed;
