select sum(hashint8extended(1084, member # posting_id)) as redemption_returns,
       count(*) as redemption_return_rows
  from (select *, hashint8extended(0, member_id # key) as member
          from coalition.redemption_return,
               (select ?::bigint as key) as given) as redemption_return;
