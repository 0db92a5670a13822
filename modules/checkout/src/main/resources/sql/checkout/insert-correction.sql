insert into correction (request_key, member_id, card_number, points, gives, undoes, reason, note, by_operator, state, business_date, proposer,
                        proposer_name, proposed_at)
values (:requestKey, :member, :card, :points, :gives, :undoes, :reason, :note, :byOperator, :state, :businessDate, :proposer,
        :proposerName, :at)
returning id
