-- As filed, or as it still waits to be filed.
select outlet_id, card_number, recipient_card_number, business_date, points, available_after, posted_at
  from gift
 where member_id = :member
   and number = :number
 union all
select (w.note ->> 'o')::integer, w.note ->> 'c', w.note ->> 'z', (w.note ->> 'b')::date, (w.note ->> 'p')::bigint,
       (w.note ->> 'e')::bigint, (w.note ->> 'i')::timestamptz
  from coalition.message_waiting('points-given', array[:number]) as w
