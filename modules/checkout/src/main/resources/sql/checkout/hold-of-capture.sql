-- As filed, or as it still waits to be filed: the hold that ended with a posting.
select number
  from redemption_end
 where member_id = :member
   and end_number = :number
 union all
select (w.note ->> 'n')::bigint
  from coalition.message_waiting('redemption-ended', array[:number]) as w
