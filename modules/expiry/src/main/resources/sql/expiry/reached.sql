-- Up to whom a run has come. No row: it was stopped, or it has ended.
select through_member
  from coalition.expiry_run
 where as_of = :asOf
   and stopped_at is null
   and ended_at is null;
