select number as "purchase", reversal_number as "posting", posted_at as "at", business_date as "businessDate", amount::text as "amount", currency,
       taken_back as "points", reference, nullif(reason, '') as "reason"
  from purchase_reversal
 where member_id = :member
 order by reversal_number
