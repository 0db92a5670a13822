-- What a member paid with points; of the returns the caller reads the rest.
select held.member_id as member, held.number, held.outlet_id, held.card_number, held.business_date, held.points, held.amount,
       held.currency, held.reference, held.expires, held.available_after, held.posted_at,
       ended.state, ended.business_date as ended_on, ended.outlet_id as ended_outlet_id, ended.reference as ended_reference,
       ended.points as ended_points, ended.amount as ended_amount, ended.currency as ended_currency,
       ended.available_after as ended_available_after, ended.posted_at as ended_at
  from redemption as held
  join redemption_end as ended on ended.member_id = held.member_id
                              and ended.number = held.number
                              and ended.state = 'captured'
 where held.member_id = any (:members)
 order by held.number desc
 limit :limit
