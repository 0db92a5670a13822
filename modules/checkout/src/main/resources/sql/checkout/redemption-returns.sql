select return_number, business_date, outlet_id, reference, points, amount, currency, debt_after, available_after, posted_at
  from redemption_return
 where member_id = :member
   and number = :hold
 order by return_number
