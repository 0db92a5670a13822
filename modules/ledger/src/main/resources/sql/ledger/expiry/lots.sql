-- What is left of the lots in these pockets, the oldest first.
select earned.member_id, earned.pocket, earned.tenant_id, earned.outlet_id, earned.line_before + earned.points as line_after
  from unnest(?, ?, ?) as due (member_id, pocket, consumed)
  join coalition.transfer as earned on earned.member_id = due.member_id
                                   and earned.pocket = due.pocket
                                   and earned.credit_account = 1
                                   and earned.line_before + earned.points > due.consumed
 order by earned.member_id, earned.pocket, earned.line_before;
