-- How fast points go, and how often something is asked: counted in spans of ten minutes for whom or what a limit holds. Many sessions count for
-- one brand at once, so each session counts in one of four rows, and hardly ever waits for another. What is older than an hour or two is put
-- together, an hour in one row: a brand's whole day is read in a moment.
create table coalition.pace (
    subject bigint      not null,
    span    timestamptz not null,
    slot    smallint    not null check (slot between 0 and 3),
    points  bigint      not null,
    times   integer     not null,
    primary key (subject, span, slot)
) with (fillfactor = 70);
comment on table coalition.pace is 'Written and read by functions only; forgotten after a day.';
comment on column coalition.pace.subject is 'A hash of what is counted, for whom: no member can be read from it.';
comment on column coalition.pace.span is 'When it begins; ten minutes long.';
comment on column coalition.pace.points is 'May fall below zero in a span in which more was given back than counted.';

-- Counts what is claimed, each claim for one or several subjects, and answers those that are over a limit: the first bound of each claim that it
-- breaks, by its place from 1, and after how many seconds the oldest of what stands in the way is counted no more. What is over is not counted.
--
-- What others have counted and not committed yet is not seen. So whoever comes near a limit takes a lock of the subject first, in one order
-- and before any lock of the ledger, and counts after the other has committed. Near is when what may be under way at once could break the limit.
create function coalition.claim_pace(
        claims integer[], subjects bigint[], amounts bigint[], points_hour bigint[], points_day bigint[], times_hour bigint[],
        times_day bigint[], at timestamptz)
    returns table (bound_nr integer, seconds bigint)
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    span_length constant interval := interval '10 minutes';
    this_span   timestamptz := date_bin(span_length, at, timestamptz '2000-01-01 00:00:00Z');
    hour_ago    timestamptz := at - interval '1 hour' - span_length;
    day_ago     timestamptz := at - interval '24 hours' - span_length;
    near        bigint[];
begin
    select array_agg(subject order by subject) into near
      from (select asked.subject
              from unnest(subjects, amounts, points_hour, points_day, times_hour, times_day)
                   as asked (subject, amount, points_hour, points_day, times_hour, times_day)
              cross join lateral (select coalesce(sum(p.points), 0) as points, coalesce(sum(p.times), 0) as times
                                    from coalition.pace p
                                   where p.subject = asked.subject and p.span > day_ago) as counted
             group by asked.subject, counted.points, counted.times
            having (counted.points + sum(asked.amount)) * 4 > least(min(asked.points_hour), min(asked.points_day))
                or counted.times + count(*) + 1000 > least(min(asked.times_hour), min(asked.times_day))) as close;
    perform pg_advisory_xact_lock(subject) from unnest(near) as subject;

    return query
    with asked as materialized (
        select *
          from unnest(claims, subjects, amounts, points_hour, points_day, times_hour, times_day) with ordinality
               as asked (claim, subject, amount, points_hour, points_day, times_hour, times_day, place)
    ), counted as materialized (
        select each.subject,
               coalesce(sum(p.points) filter (where p.span > hour_ago), 0) as hour_points,
               coalesce(sum(p.times) filter (where p.span > hour_ago), 0) as hour_times,
               coalesce(sum(p.points), 0) as day_points,
               coalesce(sum(p.times), 0) as day_times,
               min(p.span) filter (where p.span > hour_ago) as oldest_of_hour,
               min(p.span) as oldest_of_day
          from (select distinct subject from asked) as each
          left join coalition.pace p on p.subject = each.subject and p.span > day_ago
         group by each.subject
    ), alone as (
        select asked.*, counted.hour_points, counted.hour_times, counted.day_points, counted.day_times,
               counted.oldest_of_hour, counted.oldest_of_day,
               day_points + amount > points_day or day_times + 1 > times_day as over_day,
               hour_points + amount > points_hour or hour_times + 1 > times_hour as over_hour
          from asked join counted using (subject)
    ), fits as (
        select claim from alone group by claim having not bool_or(over_day or over_hour)
    ), together as (
        select alone.*, sum(amount) over before_it as points_with, count(*) over before_it as times_with
          from alone
         where claim in (select claim from fits)
        window before_it as (partition by subject order by claim)
    ), judged as (
        select claim, place, over_day, oldest_of_hour, oldest_of_day from alone where over_day or over_hour
        union all
        select claim, place, over_day, oldest_of_hour, oldest_of_day
          from (select claim, place, oldest_of_hour, oldest_of_day,
                       day_points + points_with > points_day or day_times + times_with > times_day as over_day,
                       hour_points + points_with > points_hour or hour_times + times_with > times_hour as over_hour
                  from together) as joint
         where over_day or over_hour
    ), written as (
        insert into coalition.pace (subject, span, slot, points, times)
        select subject, this_span, pg_backend_pid() & 3, sum(amount), count(*)
          from asked
         where claim not in (select claim from judged)
         group by subject
         order by subject
        on conflict (subject, span, slot) do update
           set points = pace.points + excluded.points, times = pace.times + excluded.times
    )
    select distinct on (claim) place::integer,
           greatest(1, case when over_day
                            then extract(epoch from coalesce(oldest_of_day, this_span) + interval '24 hours' + span_length - at)
                            else extract(epoch from coalesce(oldest_of_hour, this_span) + interval '1 hour' + span_length - at)
                       end)::bigint
      from judged
     order by claim, place;
end $$;

-- After how many seconds it may happen once more, by how often it did; null where it may now. Counts nothing.
create function coalition.check_pace(counted bigint, times_hour bigint, times_day bigint, at timestamptz) returns bigint
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select case when sum(times) >= times_day
                then greatest(1, extract(epoch from min(span) + interval '24 hours 10 minutes' - at))::bigint
                when sum(times) filter (where span > at - interval '70 minutes') >= times_hour
                then greatest(1, extract(epoch from min(span) filter (where span > at - interval '70 minutes')
                                                    + interval '70 minutes' - at))::bigint end
      from coalition.pace
     where subject = counted and span > at - interval '24 hours 10 minutes'
$$;

create function coalition.give_back_pace(subjects bigint[], amount bigint, at timestamptz) returns void
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    insert into coalition.pace as pace (subject, span, slot, points, times)
    select subject, date_bin(interval '10 minutes', at, timestamptz '2000-01-01 00:00:00Z'), pg_backend_pid() & 3, -amount, -1
      from unnest(subjects) as subject
     order by subject
    on conflict (subject, span, slot) do update set points = pace.points + excluded.points, times = pace.times + excluded.times
$$;

-- Forgets what is older than a day, and puts together what no limit of an hour looks at any more: at the end of its hour, so that it counts
-- rather a little longer than a day.
create function coalition.forget_pace(at timestamptz) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    delete from coalition.pace where span < at - interval '26 hours';
    with taken as (
        delete from coalition.pace
         where span < date_trunc('hour', at - interval '70 minutes')
           and (slot <> 0 or span <> date_trunc('hour', span) + interval '50 minutes')
        returning *
    )
    insert into coalition.pace as pace (subject, span, slot, points, times)
    select subject, date_trunc('hour', span) + interval '50 minutes', 0, sum(points), sum(times)
      from taken
     group by 1, 2
    on conflict (subject, span, slot) do update set points = pace.points + excluded.points, times = pace.times + excluded.times;
end $$;

revoke all on function
    coalition.claim_pace(integer[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], timestamptz),
    coalition.check_pace(bigint, bigint, bigint, timestamptz),
    coalition.give_back_pace(bigint[], bigint, timestamptz),
    coalition.forget_pace(timestamptz)
    from public;
grant execute on function
    coalition.claim_pace(integer[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], timestamptz),
    coalition.check_pace(bigint, bigint, bigint, timestamptz),
    coalition.give_back_pace(bigint[], bigint, timestamptz)
    to kontor_poster;
grant execute on function coalition.forget_pace(timestamptz) to kontor_operator;
