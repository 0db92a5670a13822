-- Among all transfers, or of those from a transaction on, each against all.
select format('transfer %s appears %s times', transfer_id, count(*))
  from coalition.transfer, (select :fromTransaction::bigint as first_xid) as given
 where first_xid = 0
    or transfer_id in (select transfer_id from coalition.transfer where posted_xid::text::bigint >= first_xid)
 group by transfer_id
having count(*) > 1;
