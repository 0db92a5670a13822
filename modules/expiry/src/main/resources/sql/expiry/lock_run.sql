-- One batch of a run at a time, whichever node runs it. No row: it was stopped, or another node ended it.
select through_member
  from coalition.expiry_run
 where as_of = :asOf
   and stopped_at is null
   and ended_at is null
   for update;
