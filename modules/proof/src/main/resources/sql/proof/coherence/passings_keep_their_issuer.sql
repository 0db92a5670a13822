-- What passes from one account of a person to another stands in the name of the partner that issued it and on the day on which it did.
select format('member %s, transfer %s: passed points of tenant %s, outlet %s, %s; on that interval lie those of %s, %s, %s',
              member_id, given.transfer_id, given.tenant_id, given.outlet_id, given.business_date, lot.tenant_id, lot.outlet_id,
              lot.business_date)
  from coalition.transfer as given
  join coalition.transfer as lot using (member_id, pocket)
 where given.kind = 'M'
   and lot.credit_account = 1
   and lot.line_before < given.line_before + given.points
   and lot.line_before + lot.points > given.line_before
   and (lot.tenant_id, lot.outlet_id, lot.business_date) is distinct from (given.tenant_id, given.outlet_id, given.business_date);
