-- One word for it, as everywhere else: points expire. The view of what was announced is made anew by R__which_notices_count.
drop view if exists coalition.announced_loss;

alter table coalition.reversal rename column lapsed to expired;
alter table coalition.expiry_notice rename column lapses_on to expires_on;
alter table coalition.handed_over_notice rename column lapses_on to expires_on;
alter view coalition.notice_that_counts rename column lapses_on to expires_on;

comment on column coalition.transfer.posting_id is 'The purchase, capture, reversal or expiry it belongs to.';
comment on column coalition.balance.pocket is
    '1 to 120: months without activity after which its points expire. -999 to -880: a fixed term of that number plus 1000 months.';
comment on column coalition.expiry_notice.told_by is
    'By mail from here, or elsewhere: the operator''s word for a letter or a call. Unrecorded: expired before notices were kept.';

-- What a function returns cannot be renamed.
drop function coalition.expiry_preview(date);

create function coalition.expiry_preview(as_of date)
    returns table (member_id bigint, pocket smallint, runs_out_on date, points bigint, line_through bigint, told_on date,
                   expires_on date, expiring bigint)
    language sql stable
as $$
select member_id, pocket, runs_out_on, points, line_through, told_on, expires_on,
       case when bool_and(told = points) over before_it is not false then told else 0 end
  from (select ahead.member_id, ahead.pocket, ahead.runs_out_on, ahead.points, ahead.line_through, notice.told_on, notice.expires_on,
               greatest(least(ahead.line_through, coalesce(notice.due_through, 0)) - ahead.line_from, 0) as told
          from coalition.running_out as ahead
          left join (select member_id, pocket, runs_out_on, max(line_through) as line_through, max(told_on) as told_on,
                            max(expires_on) as expires_on,
                            max(line_through) filter (where expires_on <= as_of) as due_through
                       from coalition.notice_that_counts
                      group by member_id, pocket, runs_out_on) as notice
                 on notice.member_id = ahead.member_id
                and notice.pocket = ahead.pocket
                and notice.runs_out_on = ahead.runs_out_on
                and notice.line_through > ahead.line_from
         where ahead.runs_out_on <= as_of) as previewed
window before_it as (partition by member_id, pocket order by runs_out_on rows between unbounded preceding and 1 preceding)
$$;

comment on function coalition.expiry_preview(date) is
    'points: what is left; expiring: what of it expires by the day; told_on, expires_on: of the latest notice, null without one.';

revoke all on function coalition.expiry_preview(date) from public;
grant execute on function coalition.expiry_preview(date) to kontor_operator, kontor_poster;
