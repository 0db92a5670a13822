select m.member_id, m.member_since as day
  from coalition.member m
 where m.member_since >= :since
   and (m.member_since, m.member_id) < (:day, :member)
 order by m.member_since desc, m.member_id desc
 limit :limit;
