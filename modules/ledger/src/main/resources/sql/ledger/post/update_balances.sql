update coalition.balance
   set earned = b.earned, consumed = b.consumed, held = b.held,
       last_activity = case when b.last_activity_day is null then null else date '1970-01-01' + b.last_activity_day end
  from unnest(?, ?, ?, ?, ?, ?) as b (member_id, pocket, earned, consumed, held, last_activity_day)
 where balance.member_id = b.member_id
   and balance.pocket = b.pocket;
