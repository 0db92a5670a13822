-- One step in the index per action would need an index of its own; the trail of a year is some ten thousand rows.
select distinct action
  from coalition.audit_entry
 order by action
