select sum(incurred * hashint8extended(outlet_id, member # tenant_id)::numeric) as debt_incurred,
       sum(repaid * hashint8extended(outlet_id, member # tenant_id)::numeric) as debt_repaid,
       count(*) filter (where repaid > incurred) as impossible_debts,
       count(*) filter (where repaid < incurred) as open_debts
  from (select *, hashint8extended(0, member_id # key) as member
          from coalition.debt,
               (select ?::bigint as key) as given) as debt;
