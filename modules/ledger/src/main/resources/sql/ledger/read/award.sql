select award_part.points, transfer.pocket, award_part.tenant_id, award_part.rule
  from coalition.award_part
  join coalition.transfer using (member_id, transfer_id)
 where award_part.member_id = :member
   and award_part.posting_id = :posting
 order by transfer_id;
