select greatest((select max(posting_id) from coalition.transfer where member_id = :member and posted_at <= :moment),
                (select max(hold_id) from coalition.hold where member_id = :member and posted_at <= :moment),
                (select max(posting_id) from coalition.hold_outcome where member_id = :member and posted_at <= :moment),
                (select max(posting_id) from coalition.reversal where member_id = :member and posted_at <= :moment),
                (select max(posting_id) from coalition.passed_debt where recipient_id = :member and posted_at <= :moment),
                (select max(posting_id) from coalition.passed_debt where member_id = :member and posted_at <= :moment),
                0);
