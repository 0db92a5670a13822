-- A mail that found nobody: the address was gone when it was to leave. The notice stays on record, and this says that it does not
-- count. The same points may be announced again, with the next number.
create table coalition.undelivered_notice (
    member_id    bigint not null,
    line_through bigint not null,
    found_at     timestamptz not null,
    runs_out_on  date not null,
    pocket       smallint not null,
    attempt      smallint not null,
    primary key (member_id, pocket, runs_out_on, line_through, attempt)
);

comment on table coalition.undelivered_notice is 'Written once by the courier that should have sent the mail.';

grant insert on coalition.undelivered_notice to kontor_courier;
grant select on coalition.undelivered_notice to kontor_operator, kontor_poster;

alter table coalition.expiry_notice
    add column attempt smallint not null default 1 check (attempt > 0),
    drop constraint expiry_notice_pkey,
    add primary key (member_id, pocket, runs_out_on, line_through, attempt);

comment on column coalition.expiry_notice.attempt is '1, and one more for each notice of the same that did not arrive.';

create view coalition.notice_that_counts with (security_invoker = true) as
select *
  from coalition.expiry_notice as notice
 where not exists (select
                     from coalition.undelivered_notice as undelivered
                    where undelivered.member_id = notice.member_id
                      and undelivered.pocket = notice.pocket
                      and undelivered.runs_out_on = notice.runs_out_on
                      and undelivered.line_through = notice.line_through
                      and undelivered.attempt = notice.attempt);

grant select on coalition.notice_that_counts to kontor_operator, kontor_poster;

create or replace function coalition.expiry_preview(as_of date)
    returns table (member_id bigint, pocket smallint, runs_out_on date, points bigint, line_through bigint, told_on date,
                   lapses_on date, lapsing bigint)
    language sql stable
as $$
select member_id, pocket, runs_out_on, points, line_through, told_on, lapses_on,
       case when bool_and(told = points) over before_it is not false then told else 0 end
  from (select ahead.member_id, ahead.pocket, ahead.runs_out_on, ahead.points, ahead.line_through, notice.told_on, notice.lapses_on,
               greatest(least(ahead.line_through, coalesce(notice.due_through, 0)) - ahead.line_from, 0) as told
          from coalition.running_out as ahead
          left join (select member_id, pocket, runs_out_on, max(line_through) as line_through, max(told_on) as told_on,
                            max(lapses_on) as lapses_on,
                            max(line_through) filter (where lapses_on <= as_of) as due_through
                       from coalition.notice_that_counts
                      group by member_id, pocket, runs_out_on) as notice
                 on notice.member_id = ahead.member_id
                and notice.pocket = ahead.pocket
                and notice.runs_out_on = ahead.runs_out_on
                and notice.line_through > ahead.line_from
         where ahead.runs_out_on <= as_of) as previewed
window before_it as (partition by member_id, pocket order by runs_out_on rows between unbounded preceding and 1 preceding)
$$;
