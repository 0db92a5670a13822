select member_id, points
  from coalition.members_in_debt(:after, :limit);
