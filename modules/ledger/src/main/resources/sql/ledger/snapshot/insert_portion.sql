-- One statement sees one moment, and of a member the postings up to some number, none in between missing, because they are
-- numbered under the member's lock. So what it sees is the state after the greatest number that it sees.
insert into coalition.balance_snapshot (member_id, posting_id, earned, consumed, held, owed, taken_at, last_activity, pocket)
select balance.member_id, through.posting_id, balance.earned, balance.consumed, balance.held, debts.owed, given.taken_at,
       balance.last_activity, balance.pocket
  from (select :afterMember::bigint as after_member, :throughMember::bigint as through_member, :now::timestamptz as taken_at) as given
  join lateral (select distinct now.member_id
                  from coalition.balance as now
                  left join lateral (select earned, consumed, held, last_activity
                                       from coalition.balance_snapshot as latest
                                      where latest.member_id = now.member_id
                                        and latest.pocket = now.pocket
                                      order by latest.posting_id desc
                                      limit 1) as before on true
                 where now.member_id > after_member
                   and now.member_id <= through_member
                   and (now.earned, now.consumed, now.held, now.last_activity)
                       is distinct from (before.earned, before.consumed, before.held, before.last_activity)) as changed on true
  join coalition.balance on balance.member_id = changed.member_id
  join lateral (select greatest((select max(posting_id) from coalition.request where member_id = changed.member_id),
                                (select max(posting_id) from coalition.transfer where member_id = changed.member_id),
                                (select max(posting_id) from coalition.hold_outcome where member_id = changed.member_id),
                                (select max(posting_id) from coalition.passed_debt where recipient_id = changed.member_id),
                                (select max(posting_id) from coalition.passed_debt where member_id = changed.member_id),
                                0) as posting_id) as through on true
  join lateral (select coalesce(sum(incurred - repaid), 0) as owed
                  from coalition.debt
                 where debt.member_id = changed.member_id) as debts on true
on conflict do nothing;
