select case when pocket < 0 then pocket + 1000 else pocket end as "months", pocket < 0 as "fixedTerm",
       earned - consumed - held as "available", held, earned, consumed as "used", last_activity as "lastActivity"
  from coalition.balance
 where member_id = :member
   and earned > 0
 order by pocket
