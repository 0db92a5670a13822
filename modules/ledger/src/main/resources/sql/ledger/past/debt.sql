select (coalesce((select max(owed) from coalition.balance_snapshot where member_id = member and posting_id = kept), 0)
        + coalesce((select sum(owed) from coalition.reversal where member_id = member and posting_id > kept and posting_id <= last), 0)
        - coalesce((select sum(points)
                      from coalition.transfer
                     where member_id = member
                       and posting_id > kept
                       and posting_id <= last
                       and kind = 'P'), 0)
        + coalesce((select sum(points)
                      from coalition.passed_debt
                     where recipient_id = member
                       and posting_id > kept
                       and posting_id <= last), 0)
        - coalesce((select sum(points)
                      from coalition.passed_debt
                     where member_id = member
                       and posting_id > kept
                       and posting_id <= last), 0))::bigint as owed
  from (select :member::bigint as member, :snapshot::bigint as kept, :posting::bigint as last) as given;
