-- The latest snapshot of every member is what was moved, held and owed up to its posting.
with latest as (
    select member_id, max(posting_id) as until_posting
      from coalition.balance_snapshot
     group by member_id
), kept as (
    select snapshot.member_id, snapshot.pocket, snapshot.posting_id, snapshot.earned, snapshot.consumed, snapshot.held, snapshot.owed
      from latest
      join coalition.balance_snapshot as snapshot on snapshot.member_id = latest.member_id
                                                 and snapshot.posting_id = latest.until_posting
), moved as (
    select member_id, pocket,
           coalesce(sum(points) filter (where credit_account = 1), 0) as earned,
           coalesce(sum(points) filter (where debit_account = 1), 0) as consumed
      from coalition.transfer
      join latest using (member_id)
     where posting_id <= until_posting
     group by member_id, pocket
), open as (
    select member_id, pocket, sum(points) as held
      from coalition.hold
      join latest using (member_id)
     where hold_id <= until_posting
       and not exists (select
                         from coalition.hold_outcome
                        where hold_outcome.member_id = hold.member_id
                          and hold_outcome.hold_id = hold.hold_id
                          and hold_outcome.posting_id <= until_posting)
     group by member_id, pocket
), owing as (
    select member_id, sum(incurred) as owed
      from (select member_id, posting_id, owed as incurred
              from coalition.reversal
             union all
            select member_id, posting_id, -points
              from coalition.transfer
             where kind = 'P'
             union all
            select recipient_id, posting_id, points
              from coalition.passed_debt
             union all
            select member_id, posting_id, -points
              from coalition.passed_debt) as change
      join latest using (member_id)
     where posting_id <= until_posting
     group by member_id
)
select format('member %s, pocket %s, posting %s: kept %s earned, %s consumed, %s held, %s owed; it was %s, %s, %s, %s', member_id, pocket,
              posting_id, kept.earned, kept.consumed, kept.held, kept.owed, moved.earned, moved.consumed, open.held, owing.owed)
  from kept
  full join moved using (member_id, pocket)
  left join open using (member_id, pocket)
  left join owing using (member_id)
 where kept.earned is distinct from coalesce(moved.earned, 0)
    or kept.consumed is distinct from coalesce(moved.consumed, 0)
    or kept.held is distinct from coalesce(open.held, 0)
    or kept.owed is distinct from coalesce(owing.owed, 0);
