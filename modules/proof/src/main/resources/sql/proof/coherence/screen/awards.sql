-- Purchases of several parts: what the hash of all their points is short of the hashes of the parts, which the transfers add up to.
select count(*) as awards,
       sum(of_all - of_parts) as awarded_in_parts
  from (select hashint8extended(sum(points)::bigint, member # posting_id)::numeric as of_all,
               sum(hashint8extended(points, member # posting_id)) as of_parts
          from (select *, hashint8extended(0, member_id # key) as member
                  from coalition.award_part,
                       (select ?::bigint as key) as given) as part
         group by member, posting_id) as award;
