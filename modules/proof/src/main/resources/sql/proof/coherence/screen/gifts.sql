select sum(hashint8extended(1071, member # posting_id)) as gift_outcomes,
       count(*) as gift_rows
  from (select *, hashint8extended(0, member_id # key) as member
          from coalition.gift,
               (select ?::bigint as key) as given) as gift;
