-- Held ones come back or are captured; what comes back is given up the next time.
select 1
  from coalition.balance
 where member_id = :member
   and earned > consumed
