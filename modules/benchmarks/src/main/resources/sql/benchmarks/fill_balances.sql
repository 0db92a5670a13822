-- What the transfers from number %1$d on add up to.
update coalition.balance
   set earned = earned + new.points
  from (select member_id, sum(points) as points
          from coalition.transfer
         where transfer_id > %1$d
         group by member_id) as new
 where balance.member_id = new.member_id
   and balance.pocket = 24
