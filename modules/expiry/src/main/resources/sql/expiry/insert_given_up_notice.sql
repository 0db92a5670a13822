-- The wish to be erased is the announcement, and today its day.
insert into coalition.expiry_notice
       (member_id, line_through, points, recorded_at, runs_out_on, told_on, expires_on, pocket, told_by)
values (:member, :through, :points, :now, :today, :today, :today, :pocket, 'erasure')
on conflict do nothing
