update coalition.lease
   set until = clock_timestamp() + ? * interval '1 millisecond'
 where holder = ?
   and name = any (?)
returning name
