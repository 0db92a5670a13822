update coalition.erasure
   set looked_at = null
 where member_id = :member
   and done_at is null
