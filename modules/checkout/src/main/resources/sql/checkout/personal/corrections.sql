select proposed_at as "at", business_date as "businessDate", card_number as "card", case when gives then points else -points end as "points", state,
       reason, nullif(note, '') as "note"
  from correction
 where member_id = :member
 order by id
