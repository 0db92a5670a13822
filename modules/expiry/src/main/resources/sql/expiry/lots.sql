-- What is left of the lots in these pockets, the oldest first, each with the latest day on which it or one before it was earned.
select member_id, pocket, line_after, latest
  from (select earned.member_id, earned.pocket, earned.line_before,
               earned.line_before + earned.points as line_after, due.consumed,
               max(earned.business_date) over (partition by earned.member_id, earned.pocket order by earned.line_before) as latest
          from unnest(:members, :pockets, :consumed) as due (member_id, pocket, consumed)
          join coalition.transfer as earned on earned.member_id = due.member_id
                                           and earned.pocket = due.pocket
                                           and earned.credit_account = 1) as lot
 where line_after > consumed
 order by member_id, pocket, line_before;
