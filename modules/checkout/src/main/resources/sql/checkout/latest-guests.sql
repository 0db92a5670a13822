-- Who bought in the latest purchases, the latest visit first. Read backwards by their days.
select member_id as member, max(business_date) as day
  from (select member_id, business_date
          from purchase
         order by business_date desc
         limit :purchases) as latest
 group by member_id
 order by day desc, member_id desc
 limit :limit
