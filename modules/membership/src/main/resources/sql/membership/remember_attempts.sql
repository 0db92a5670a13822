insert into coalition.code_attempt (member_id, caller, wrong_in_a_row, locks, locked_until, last_wrong_at)
values (:member, :caller, :wrong, :locks, :lockedUntil, :at)
on conflict (member_id, caller) do update
   set wrong_in_a_row = excluded.wrong_in_a_row, locks = excluded.locks, locked_until = excluded.locked_until,
       last_wrong_at = excluded.last_wrong_at;
