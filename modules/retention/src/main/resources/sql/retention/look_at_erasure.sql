update coalition.erasure
   set points = points + :points,
       looked_at = :now,
       waits_for = :waitsFor,
       done_at = case when cardinality(cast(:waitsFor as text[])) = 0 then coalesce(done_at, :now) end
 where member_id = :member
