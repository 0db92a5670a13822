-- Every part of an award is a transfer of its purchase, in the books of who pays for it; and of such a purchase no transfer has no part.
select format('member %s, purchase %s, transfer %s: the award says %s points of tenant %s, the transfer %s of tenant %s', member_id,
              posting_id, transfer_id, award.points, award.tenant_id, earned.points, earned.tenant_id)
  from coalition.award_part as award
  full join (select member_id, posting_id, transfer_id, transfer.points, transfer.tenant_id
               from (select distinct member_id, posting_id from coalition.award_part) as awarded
               join coalition.transfer using (member_id, posting_id)
              where kind = 'E') as earned using (member_id, posting_id, transfer_id)
 where award.points is distinct from earned.points
    or award.tenant_id is distinct from earned.tenant_id;
