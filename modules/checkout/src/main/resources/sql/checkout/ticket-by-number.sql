-- As filed, or as it still waits to be filed.
select card_number, outlet_id, business_date, amount, currency, reference, hold_number is not null as paid_with_points
  from purchase
 where member_id = :member
   and number = :number
 union all
select w.note ->> 'c', (w.note ->> 'o')::integer, (w.note ->> 'b')::date, (w.note ->> 'a')::numeric, w.note ->> 'u', w.note ->> 'r',
       w.note ->> 'h' is not null
  from coalition.message_waiting('purchase-posted', array[:number]) as w
