update coalition.signal_round
   set until_xid = :until
 where name = :name
