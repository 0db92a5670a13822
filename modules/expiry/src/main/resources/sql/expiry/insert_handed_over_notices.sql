insert into coalition.handed_over_notice
       (member_id, pocket, runs_out_on, line_through, attempt, told_on, expires_on, handed_over_at)
values (:member, :pocket, :runsOutOn, :lineThrough, :attempt, :today, :expiresOn, :now)
on conflict do nothing;
