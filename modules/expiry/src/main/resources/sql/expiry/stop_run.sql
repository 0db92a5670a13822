-- The one that moved last: it is what the operator sees, and what is told.
update coalition.expiry_run
   set stopped_at = :now
 where as_of = (select as_of
                  from coalition.expiry_run
                 where stopped_at is null
                   and ended_at is null
                 order by moved_at desc, as_of desc
                 limit 1)
returning as_of;
