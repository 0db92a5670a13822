insert into redemption_return (member_id, number, return_number, business_date, outlet_id, reference, reason, points, amount, currency,
                               debt_after, available_after, posted_at)
select news.member_id, (news.note ->> 'n')::bigint, news.number, (news.note ->> 'b')::date, (news.note ->> 'o')::integer, news.note ->> 'r',
       coalesce(news.note ->> 'g', ''), (news.note ->> 'p')::bigint, (news.note ->> 'a')::numeric, news.note ->> 'u',
       (news.note ->> 'd')::bigint, (news.note ->> 'e')::bigint, (news.note ->> 'i')::timestamptz
  from unnest(?::bigint[], ?::bigint[], ?::jsonb[]) as news (member_id, number, note)
    on conflict (member_id, number, return_number) do nothing
