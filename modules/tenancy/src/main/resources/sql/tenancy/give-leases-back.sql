delete from coalition.lease
 where holder = ?
   and name = any (?)
