-- What the captured points paid, as filed or as it still waits to be filed; found by the number of the capture.
select amount, currency
  from redemption_end
 where member_id = :member
   and end_number = :number
 union all
select (w.note ->> 'a')::numeric, w.note ->> 'u'
  from coalition.message_waiting('redemption-ended', array[:number]) as w
