-- As filed, or as it still waits to be filed.
select paid.hold
  from (select hold_number as hold
          from purchase
         where member_id = :member
           and number = :number
         union all
        select (w.note ->> 'h')::bigint
          from coalition.message_waiting('purchase-posted', array[:number]) as w) as paid
 where paid.hold is not null
