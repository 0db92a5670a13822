-- Seen here once, and then nothing was done for so long; and nothing is left that somebody could want: no points, no debt. Whoever came from a file with an
-- old date and was never seen since may come tomorrow. Who was merged into somebody is that one, and what that one did was done by the same person. That
-- points expired is nobody's doing.
with recursive candidate as materialized (
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
),
person (candidate_id, member_id) as (
    select member_id, member_id from candidate
     union
    select p.candidate_id, m.member_id from person p join coalition.member m on m.merged_into = p.member_id
)
select c.member_id
  from candidate c
 where not exists (
       select
         from person p
         join coalition.member m using (member_id)
        where p.candidate_id = c.member_id
          and (m.member_since >= :day
               or exists (select from coalition.balance b where b.member_id = p.member_id and b.last_activity >= :day)
               or exists (select from coalition.enrollment e where e.member_id = p.member_id and e.enrolled_on >= :day)
               or exists (select from coalition.card k where k.member_id = p.member_id and k.issued_on >= :day)
               or exists (select from coalition.hold h where h.member_id = p.member_id and h.posted_at >= :day)
               or exists (select from coalition.transfer t
                           where t.member_id = p.member_id and t.business_date >= :day and t.kind <> 'X')))
 order by c.member_id
 limit :most
