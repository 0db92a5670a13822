select told_on as "toldOn", told_by as "toldBy", points, runs_out_on as "runsOutOn", expires_on as "expiresOn"
  from coalition.expiry_notice
 where member_id = :member
 order by recorded_at
