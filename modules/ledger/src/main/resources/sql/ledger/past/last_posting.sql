select greatest((select max(posting_id) from coalition.transfer where member_id = ? and posted_at <= ?),
                (select max(hold_id) from coalition.hold where member_id = ? and posted_at <= ?),
                (select max(posting_id) from coalition.hold_outcome where member_id = ? and posted_at <= ?),
                (select max(posting_id) from coalition.reversal where member_id = ? and posted_at <= ?),
                0);
