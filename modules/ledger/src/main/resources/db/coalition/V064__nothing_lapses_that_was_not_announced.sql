-- What a member was told: the points of a pocket that run out on a day, up to a place on its line. A later notice for the same
-- day is for points that came after the first.
create table coalition.expiry_notice (
    member_id    bigint not null,
    line_through bigint not null check (line_through > 0),
    points       bigint not null check (points > 0),
    recorded_at  timestamptz not null,
    runs_out_on  date not null,
    told_on      date not null,
    lapses_on    date not null,
    pocket       smallint not null,
    told_by      text not null check (told_by in ('mail', 'elsewhere', 'unrecorded')),
    primary key (member_id, pocket, runs_out_on, line_through),
    check (lapses_on >= runs_out_on and lapses_on >= told_on)
);

comment on column coalition.expiry_notice.line_through is 'Points beyond it on the line of points ever earned were not announced.';
comment on column coalition.expiry_notice.runs_out_on is
    'The day by the pocket''s policy. If it moves, because the member was active, this notice announces nothing any more.';
comment on column coalition.expiry_notice.told_on is 'The day in the coalition''s zone on which the member was told.';
comment on column coalition.expiry_notice.lapses_on is
    'The day that was announced: the later of runs_out_on and told_on plus the days of notice that were the rule.';
comment on column coalition.expiry_notice.told_by is 'By mail from here, or elsewhere: the operator''s word for a letter or a call. Unrecorded: lapsed before notices were kept.';

insert into coalition.expiry_notice
       (member_id, line_through, points, recorded_at, runs_out_on, told_on, lapses_on, pocket, told_by)
select member_id, max(line_before + points), sum(points), max(posted_at), business_date, business_date, business_date, pocket,
       'unrecorded'
  from coalition.transfer
 where kind = 'X'
 group by member_id, pocket, business_date;

grant select, insert on coalition.expiry_notice to kontor_operator;
grant select on coalition.expiry_notice to kontor_poster;
