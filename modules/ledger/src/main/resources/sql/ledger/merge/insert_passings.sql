insert into coalition.passing (member_id, posting_id, recipient_id, points, posted_at)
select member_id, posting_id, recipient_id, points, ?
  from unnest(?, ?, ?, ?) as p (member_id, posting_id, recipient_id, points);
