-- One purchase of 100 points for each member from %1$d to %2$d, the one of that round; %4$d is the first number, %5$d how many members there are.
begin;
insert into coalition.request (member_id, key_hash, ticket, fingerprint, posting_id, points, available_after, posted_at, tenant_id, act)
select member_id, hashint8extended(number, 0),
       (((now()::date - date '1970-01-01') & 4095)::bigint << 52) | (hashint8extended(number, 1) & ((1::bigint << 52) - 1)),
       hashint8extended(number, 2), number, 100, earned - consumed - held + 100, now(), 1 + (member_id + %3$d) %% 20, 'E'
  from coalition.balance, lateral (select %4$d + 2 * (%3$d * %5$d::bigint + member_id)) as numbered (number)
 where member_id between %1$d and %2$d
   and pocket = 24
 order by member_id;
insert into coalition.transfer (member_id, transfer_id, posting_id, points, line_before, posted_at, window_start, business_date,
                                tenant_id, outlet_id, program_version, debit_account, credit_account, pocket, kind)
select member_id, number + 1, number, 100, earned + 100 * %3$d, now(), date_trunc('month', now() at time zone 'UTC')::date,
       (now() at time zone 'UTC')::date, 1 + (member_id + %3$d) %% 20, 1 + member_id %% 10, 1, 2, 1, 24, 'E'
  from coalition.balance, lateral (select %4$d + 2 * (%3$d * %5$d::bigint + member_id)) as numbered (number)
 where member_id between %1$d and %2$d
   and pocket = 24
 order by member_id;
commit;
