select p.member_id, p.number, p.outlet_id, p.business_date, p.business_time::text as business_time, p.amount, p.currency, p.lines, p.points,
       p.program_version, p.parts, p.reference, p.award,
       exists (select from purchase_reversal r where r.member_id = p.member_id and r.number = p.number) as reversed
  from purchase p
 where p.business_date = :date
   and p.reference = :reference
   and p.outlet_id = :outlet
 order by p.number desc
 limit :limit
