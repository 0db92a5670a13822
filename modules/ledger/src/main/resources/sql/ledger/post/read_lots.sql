-- What is left of the lots in these pockets, the oldest first.
select lot.member_id, lot.pocket, lot.tenant_id, lot.outlet_id, lot.business_date, lot.line_before + lot.points as line_after
  from unnest(?, ?, ?) as wanted (member_id, pocket, consumed)
  join coalition.transfer as lot on lot.member_id = wanted.member_id
                                and lot.pocket = wanted.pocket
                                and lot.credit_account = 1
                                and lot.line_before + lot.points > wanted.consumed
 order by lot.member_id, lot.pocket, lot.line_before;
