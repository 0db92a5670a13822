update coalition.signal
   set note = null, version = version + 1
 where about_kind = 'member'
   and about = cast(:member as bigint)::text
   and note is not null
