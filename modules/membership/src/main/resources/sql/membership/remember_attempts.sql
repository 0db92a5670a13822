insert into coalition.code_attempt (member_id, caller, tenant_id, wrong_in_a_row, locks, locked_until, last_wrong_at, last_locked_at)
values (:member, :caller, :brand, :wrong, :locks, :lockedUntil, :at, :lockedAt)
on conflict (member_id, caller) do update
   set tenant_id = excluded.tenant_id, wrong_in_a_row = excluded.wrong_in_a_row, locks = excluded.locks, locked_until = excluded.locked_until,
       last_wrong_at = excluded.last_wrong_at, last_locked_at = coalesce(excluded.last_locked_at, code_attempt.last_locked_at);
