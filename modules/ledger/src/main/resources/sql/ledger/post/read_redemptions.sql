-- Captured redemptions that are to be returned: what they took of whose lots, in the order in which it left, and what came back already.
select hold_outcome.member_id, hold_outcome.hold_id, drawn.tenant_id, drawn.outlet_id, drawn.business_date, drawn.pocket,
       lot.tenant_id as issuer_id, lot.outlet_id as issuer_outlet_id, lot.business_date as issued,
       least(lot.line_before + lot.points, drawn.line_before + drawn.points) - greatest(lot.line_before, drawn.line_before) as points,
       back.points as returned, back.returns
  from unnest(?, ?) as wanted (member_id, hold_id)
  join coalition.hold_outcome on hold_outcome.member_id = wanted.member_id
                             and hold_outcome.hold_id = wanted.hold_id
                             and hold_outcome.outcome = 'C'
  join coalition.transfer as drawn on drawn.member_id = hold_outcome.member_id
                                  and drawn.posting_id = hold_outcome.posting_id
                                  and drawn.kind = 'R'
  join coalition.transfer as lot on lot.member_id = drawn.member_id
                                and lot.pocket = drawn.pocket
                                and lot.credit_account = 1
                                and lot.line_before < drawn.line_before + drawn.points
                                and lot.line_before + lot.points > drawn.line_before
 cross join lateral (select coalesce(sum(redemption_return.points), 0)::bigint as points, count(*)::integer as returns
                       from coalition.redemption_return
                      where redemption_return.member_id = hold_outcome.member_id
                        and redemption_return.hold_id = hold_outcome.hold_id) as back
 order by hold_outcome.member_id, hold_outcome.hold_id, drawn.transfer_id, lot.line_before;
