select ((select coalesce(sum(owed), 0) from coalition.reversal where member_id = ? and posting_id <= ?)
        - (select coalesce(sum(points), 0) from coalition.transfer where member_id = ? and posting_id <= ? and kind = 'P'))::bigint;
