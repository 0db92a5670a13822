-- Holds by the till's own words, filed or waiting to be; their ends and what came back of them likewise.
with wanted as (
    select distinct outlet_id, business_date, reference
      from unnest(:outlets, :dates, :references) as asked (outlet_id, business_date, reference)
), held as (
    select r.outlet_id, r.business_date, r.reference, r.member_id as member, r.number, r.card_number, r.points, r.expires, r.available_after
      from wanted
      join redemption as r on r.business_date = wanted.business_date
                          and r.reference = wanted.reference
                          and r.outlet_id = wanted.outlet_id
     union all
    select wanted.outlet_id, wanted.business_date, wanted.reference, w.member_id, w.number, w.note ->> 'c', (w.note ->> 'p')::bigint,
           (w.note ->> 'x')::timestamptz, (w.note ->> 'e')::bigint
      from wanted
     cross join lateral coalition.redemptions_waiting(wanted.outlet_id, wanted.business_date, wanted.reference) as w
)
select held.*, ended.state, coalesce(ended.points, 0) as captured, back.points as returned
  from held
  left join lateral (select e.state, case when e.state = 'captured' then e.points else 0 end as points
                       from redemption_end as e
                      where e.member_id = held.member
                        and e.number = held.number
                      union all
                     select w.note ->> 's', case when w.note ->> 's' = 'captured' then (w.note ->> 'p')::bigint else 0 end
                       from coalition.hold_end_waiting(held.member, held.number) as w) as ended on true
 cross join lateral (select coalesce(sum(each_return.points), 0)::bigint as points
                       from (select r.points
                               from redemption_return as r
                              where r.member_id = held.member
                                and r.number = held.number
                              union all
                             select (w.note ->> 'p')::bigint
                               from coalition.redemption_returns_waiting(held.member, held.number) as w) as each_return) as back
 order by held.number
