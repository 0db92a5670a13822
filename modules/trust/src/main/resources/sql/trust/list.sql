-- Newest first. Whose signals there are to read, row-level security says.
select signal_id, tenant_id, kind, about_kind, about, state, facts, times, first_at, last_at, note, changed_by, changed_at, version
  from coalition.signal
 where signal_id < :before
   and (:state::text is null or state = :state::text)
   and (:kind::text is null or kind = :kind::text)
   and (:tenant::integer is null or tenant_id = :tenant::integer)
 order by signal_id desc
 limit :most
