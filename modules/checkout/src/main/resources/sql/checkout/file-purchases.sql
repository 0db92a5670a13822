-- One statement for a whole delivery of news; what was filed already stays as it is.
insert into purchase (member_id, number, outlet_id, card_number, business_date, business_time, amount, currency, lines, points,
                      program_version, parts, reference, award, hold_number, repaid, debt_after)
select news.member_id, news.number, (news.note ->> 'o')::integer, news.note ->> 'c', (news.note ->> 'b')::date,
       (news.note ->> 't')::time, (news.note ->> 'a')::numeric, news.note ->> 'u', news.note -> 'l', (news.note ->> 'p')::bigint,
       (news.note ->> 'v')::integer, news.note -> 'x', news.note ->> 'r', news.note -> 'w',
       (news.note ->> 'h')::bigint, (news.note ->> 'y')::bigint, (news.note ->> 'd')::bigint
  from unnest(?::bigint[], ?::bigint[], ?::jsonb[]) as news (member_id, number, note)
    on conflict (member_id, number) do nothing
