-- Who asked once was answered once: what comes to light after the end is looked after as before it, and changes nothing of when that was.
update coalition.erasure
   set points = points + :points,
       looked_at = coalesce(cast(:at as timestamptz), case when done_at is not null then looked_at end),
       waits_for = case when done_at is not null and cast(:at as timestamptz) is null then waits_for else cast(:waitsFor as text[]) end,
       done_at = case when done_at is not null then done_at
                      when cardinality(cast(:waitsFor as text[])) = 0 then cast(:at as timestamptz) end
 where member_id = :member
