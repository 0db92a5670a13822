select p.member_id, p.number, p.outlet_id, p.business_date, p.business_time::text as business_time, p.amount, p.currency, p.lines, p.points,
       p.program_version, p.parts, p.reference, p.award,
       back.reversed, back.reversals, back.returned_amount, back.returned_points,
       coalesce(p.repaid, 0) as repaid, coalesce(p.debt_after, 0) as debt_after
  from purchase p
  cross join lateral (select coalesce(bool_or(r.is_last), false) as reversed,
                            coalesce(string_agg(r.reversal_number::text, ',' order by r.reversal_number), '') as reversals,
                            coalesce(sum(r.amount), 0) as returned_amount,
                            coalesce(sum(r.points), 0)::bigint as returned_points
                       from (select reversal_number, is_last, amount, taken_back + owed + expired as points
                               from purchase_reversal
                              where purchase_reversal.member_id = p.member_id
                                and purchase_reversal.number = p.number
                              union all
                             select waiting.number, coalesce((waiting.note ->> 'f')::boolean, true), (waiting.note ->> 'a')::numeric,
                                    (waiting.note ->> 'p')::bigint + coalesce((waiting.note ->> 'w')::bigint, 0)
                                    + coalesce((waiting.note ->> 'y')::bigint, 0)
                               from coalition.reversals_waiting(p.member_id, p.number) as waiting) as r) as back
 where p.member_id = any (:members)
 order by p.business_date desc, p.business_time desc nulls last, p.number desc
 limit :limit
