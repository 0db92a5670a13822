select format('transfer %s appears %s times', transfer_id, count(*))
  from coalition.transfer
 group by transfer_id
having count(*) > 1;
