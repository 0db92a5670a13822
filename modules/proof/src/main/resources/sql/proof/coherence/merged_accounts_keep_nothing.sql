-- An account that was merged passes on what could be spent, and owes nothing; it leads to one that was not merged.
select format('member %s, whose account was merged, has %s points available and owes %s; it passes on to member %s', link.member_id,
              had.available, owed.points, link.root_id)
  from coalition.account_link as link
 cross join lateral (select coalesce(sum(earned - consumed - held), 0) as available
                       from coalition.balance
                      where balance.member_id = link.member_id) as had
 cross join lateral (select coalesce(sum(incurred - repaid), 0) as points
                       from coalition.debt
                      where debt.member_id = link.member_id) as owed
 where had.available <> 0
    or owed.points <> 0
    or exists (select from coalition.account_link as above where above.member_id = link.root_id)
    or link.into_id <> link.root_id
   and not exists (select from coalition.account_link as above
                    where above.member_id = link.into_id
                      and above.root_id = link.root_id);
