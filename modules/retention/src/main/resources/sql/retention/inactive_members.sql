-- Seen here once, and then nothing was done for so long; and nothing is left that somebody could want: no points, no debt. Whoever came from a file with an
-- old date and was never seen since may come tomorrow. Who was merged into somebody is that one.
select m.member_id
  from coalition.member m
 where m.state = 'active'
   and m.merged_into is null
   and m.member_since < :day
   and (exists (select from coalition.balance b where b.member_id = m.member_id and b.last_activity is not null)
        or exists (select from coalition.enrollment e where e.member_id = m.member_id and e.enrolled_on < :day))
   and not exists (select from coalition.balance b
                    where b.member_id = m.member_id
                      and (b.last_activity >= :day or b.earned > b.consumed))
   and not exists (select from coalition.account_link l
                     join coalition.balance b on b.member_id = l.member_id
                    where l.root_id = m.member_id
                      and b.earned > b.consumed)
   and not exists (select from coalition.debt d where d.member_id = m.member_id and d.incurred > d.repaid)
 order by m.member_id
 limit :most
