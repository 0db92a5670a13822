update correction
   set state = 'posted',
       posting_number = :posting,
       moved = :moved
 where id = :id
   and state = 'approved'
