insert into coalition.undelivered_notice (member_id, pocket, runs_out_on, line_through, attempt, found_at)
values (?, ?, ?, ?, ?, ?)
on conflict do nothing;
