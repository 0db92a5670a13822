-- The mail of a notice as it was handed over: the day on which it left, and the day that it named. What was to leave on one day may
-- leave on a later one.
create table coalition.handed_over_notice (
    member_id      bigint not null,
    line_through   bigint not null,
    handed_over_at timestamptz not null,
    runs_out_on    date not null,
    told_on        date not null,
    lapses_on      date not null,
    pocket         smallint not null,
    attempt        smallint not null,
    primary key (member_id, pocket, runs_out_on, line_through, attempt),
    check (lapses_on >= told_on)
);

comment on table coalition.handed_over_notice is
    'Written once by the courier that sent the mail. A notice by mail that is not here announces nothing yet.';
comment on column coalition.handed_over_notice.told_on is 'The day in the coalition''s zone on which the mail was handed over.';
comment on column coalition.handed_over_notice.lapses_on is
    'The day that the mail named: as recorded with the notice, or told_on plus the days of notice if that is later.';

grant insert on coalition.handed_over_notice to kontor_courier;
grant select on coalition.handed_over_notice to kontor_operator, kontor_poster;

-- Mail of before: what does not wait in the outbox has left on the day of its record. The column attempt came with 073, which this may
-- follow or precede.
insert into coalition.handed_over_notice
       (member_id, line_through, handed_over_at, runs_out_on, told_on, lapses_on, pocket, attempt)
select member_id, line_through, recorded_at, runs_out_on, told_on, lapses_on, pocket,
       coalesce((to_jsonb(notice) ->> 'attempt')::smallint, 1)
  from coalition.expiry_notice as notice
 where told_by = 'mail'
   and not exists (select
                     from coalition.outbox as waiting
                    where waiting.topic = 'expiry-notice'
                      and waiting.member_id = notice.member_id
                      and waiting.reference = notice.line_through
                      and waiting.payload::jsonb ->> 'key' = concat_ws('_', notice.member_id, notice.pocket, notice.runs_out_on,
                                                                       notice.line_through));
