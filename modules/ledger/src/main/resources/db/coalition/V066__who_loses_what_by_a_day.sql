-- Who loses what by a day if nobody is active before: one row per member, pocket and day on which points run out. Of them lapses
-- what was told by notices whose day has come by then; behind points that were not told in full nothing lapses.
create function coalition.expiry_preview(as_of date)
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
                       from coalition.expiry_notice
                      group by member_id, pocket, runs_out_on) as notice
                 on notice.member_id = ahead.member_id
                and notice.pocket = ahead.pocket
                and notice.runs_out_on = ahead.runs_out_on
                and notice.line_through > ahead.line_from
         where ahead.runs_out_on <= as_of) as previewed
window before_it as (partition by member_id, pocket order by runs_out_on rows between unbounded preceding and 1 preceding)
$$;

comment on function coalition.expiry_preview(date) is
    'points: what is left; lapsing: what of it lapses by the day; told_on, lapses_on: of the latest notice, null without one.';

revoke all on function coalition.expiry_preview(date) from public;
grant execute on function coalition.expiry_preview(date) to kontor_operator, kontor_poster;
