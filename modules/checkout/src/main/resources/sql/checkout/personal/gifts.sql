select number as "posting", posted_at as "at", business_date as "businessDate", card_number as "card", points
  from gift
 where member_id = :member
 order by number
