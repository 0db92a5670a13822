insert into redemption_end (member_id, number, end_number, state, business_date, outlet_id, reference, points, amount, currency, available_after, posted_at)
select news.member_id, (news.note ->> 'n')::bigint, news.number, news.note ->> 's', (news.note ->> 'b')::date,
       coalesce((news.note ->> 'o')::integer, 0), coalesce(news.note ->> 'r', ''),
       (news.note ->> 'p')::bigint, (news.note ->> 'a')::numeric, news.note ->> 'u', (news.note ->> 'e')::bigint,
       (news.note ->> 'i')::timestamptz
  from unnest(?::bigint[], ?::bigint[], ?::jsonb[]) as news (member_id, number, note)
    on conflict (member_id, number) do nothing
