insert into coalition.undelivered_notice (member_id, pocket, runs_out_on, line_through, attempt, found_at)
values (:member, :pocket, :runsOutOn, :lineThrough, :attempt, :now)
on conflict do nothing;
