-- A fixed term of N months is the number N - 1000: points of a fixed term lapse whatever the member does, so redemptions
-- draw on them first, and every query that orders by pocket does so without knowing why.
alter table coalition.balance
    drop constraint balance_pocket_check,
    add constraint balance_pocket_check check (pocket between 1 and 120 or pocket between -999 and -880);

comment on column coalition.balance.pocket is
    '1 to 120: months without activity after which points lapse. -999 to -880: a fixed term of that number plus 1000 months.';
comment on column coalition.transfer.pocket is 'As in coalition.balance.';
comment on column coalition.balance.last_activity is
    'The last activity that earned into this pocket or drew from it; a member''s last activity is the latest of all pockets.';

-- What every member has and when it runs out by the policy of its pocket, one row per day. Held points are not in it: they
-- are the end of the line and do not lapse.
-- Fixed term: a lot runs out on the first of the month after its term, and not before the lots in front of it: one that came
-- late with an older date waits for them.
create view coalition.running_out with (security_invoker = true) as
select member_id, pocket, (active_on + make_interval(months => pocket))::date as runs_out_on,
       earned - consumed - held as points, consumed as line_from, earned - held as line_through
  from (select member_id, pocket, earned, consumed, held, max(last_activity) over (partition by member_id) as active_on
          from coalition.balance) as visited
 where pocket > 0
   and earned - consumed - held > 0
   and active_on is not null
 union all
select member_id, pocket, runs_out_on, sum(line_through - line_from)::bigint, min(line_from), max(line_through)
  from (select member_id, pocket,
               (date_trunc('month', latest::timestamp) + make_interval(months => pocket + 1001))::date as runs_out_on,
               greatest(line_before, consumed) as line_from, least(line_before + points, earned - held) as line_through
          from (select balance.member_id, balance.pocket, consumed, earned, held, line_before, points,
                       max(business_date) over (partition by balance.member_id, balance.pocket order by line_before) as latest
                  from coalition.balance
                  join coalition.transfer on transfer.member_id = balance.member_id
                                         and transfer.pocket = balance.pocket
                                         and transfer.credit_account = 1
                 where balance.pocket < 0
                   and earned - consumed - held > 0) as lot) as part
 where line_from < line_through
 group by member_id, pocket, runs_out_on;

grant select on coalition.running_out to kontor_operator, kontor_poster;
