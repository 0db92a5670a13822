select signal_id, tenant_id, kind, about_kind, about, state, facts, times, first_at, last_at, note, changed_by, changed_at, version
  from coalition.signal
 where signal_id = :signal
