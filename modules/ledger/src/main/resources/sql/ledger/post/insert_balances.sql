insert into coalition.balance (member_id, pocket, earned, consumed, held, last_activity, active_by, activity_before)
select member_id, pocket, earned, consumed, held,
       case when last_activity_day is null then null else date '1970-01-01' + last_activity_day end,
       nullif(active_by, 0), case when activity_before_day is null then null else date '1970-01-01' + activity_before_day end
  from unnest(?, ?, ?, ?, ?, ?, ?, ?)
           as b (member_id, pocket, earned, consumed, held, last_activity_day, active_by, activity_before_day);
