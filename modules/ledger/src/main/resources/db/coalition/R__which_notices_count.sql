-- Runs after all numbered migrations, and again whenever this file changes.
--
-- A notice counts unless its mail found nobody: what it announces is not announced again. From when it is in force its days say; they
-- are null while its mail has not left, and then those of the mail.
create or replace view coalition.notice_that_counts with (security_invoker = true) as
select notice.member_id, notice.line_through, notice.points, notice.recorded_at, notice.runs_out_on,
       case when notice.told_by = 'mail' then mail.told_on else notice.told_on end as told_on,
       case when notice.told_by = 'mail' then mail.expires_on else notice.expires_on end as expires_on,
       notice.pocket, notice.told_by, notice.attempt
  from coalition.expiry_notice as notice
  left join coalition.handed_over_notice as mail on mail.member_id = notice.member_id
                                                and mail.pocket = notice.pocket
                                                and mail.runs_out_on = notice.runs_out_on
                                                and mail.line_through = notice.line_through
                                                and mail.attempt = notice.attempt
 where not exists (select
                     from coalition.undelivered_notice as undelivered
                    where undelivered.member_id = notice.member_id
                      and undelivered.pocket = notice.pocket
                      and undelivered.runs_out_on = notice.runs_out_on
                      and undelivered.line_through = notice.line_through
                      and undelivered.attempt = notice.attempt);

comment on view coalition.notice_that_counts is 'told_on, expires_on: null while the mail has not left.';

-- What was announced and may expire on its day: points are left that no hold reserves, and no later activity has moved the day.
create or replace view coalition.announced_expiry with (security_invoker = true) as
select notice.member_id, notice.pocket, notice.expires_on
  from coalition.notice_that_counts as notice
  join coalition.balance using (member_id, pocket)
 where balance.consumed < notice.line_through
   and balance.earned - balance.consumed - balance.held > 0
   and (notice.pocket < 0
        or notice.runs_out_on = (select max(other.last_activity)
                                   from coalition.balance as other
                                  where other.member_id = notice.member_id) + make_interval(months => notice.pocket));

grant select on coalition.announced_expiry to kontor_operator, kontor_poster;
