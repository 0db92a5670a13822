-- In the middle of the latest bills of an outlet; nothing as long as they are few.
select percentile_cont(0.5) within group (order by amount)::numeric as usual
  from (select amount
          from purchase
         where business_date >= :since
           and outlet_id = :outlet
           and currency = :currency
         order by business_date desc
         limit :most) as latest
having count(*) >= :least
