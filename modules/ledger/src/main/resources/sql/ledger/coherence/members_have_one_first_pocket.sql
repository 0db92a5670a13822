-- Who has none cannot be locked; who has two can be locked by two.
select format('member %s: %s', member_id, count(*) filter (where first_pocket))
  from coalition.balance
 group by member_id
having count(*) filter (where first_pocket) <> 1;
