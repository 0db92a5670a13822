-- What a till called so lately, at whatever outlet and on whatever day: the index by day and reference is skipped through, day by day.
select member_id as member, number
  from purchase
 where business_date >= :since
   and reference = :reference
 order by business_date desc, number desc
 limit :limit
