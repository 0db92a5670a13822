-- Pockets of these members in which something is left that no hold reserves.
select member_id, pocket, consumed, available, last_activity
  from (select member_id, pocket, consumed, earned - consumed - held as available,
               max(last_activity) over (partition by member_id) as last_activity
          from coalition.balance
         where member_id = any (:members)) as pockets
 where available > 0
 order by member_id, pocket;
