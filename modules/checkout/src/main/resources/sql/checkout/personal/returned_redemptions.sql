select number as "redemption", return_number as "posting", posted_at as "at", business_date as "businessDate", points, amount::text as "amount",
       currency, reference, nullif(reason, '') as "reason"
  from redemption_return
 where member_id = :member
 order by return_number
