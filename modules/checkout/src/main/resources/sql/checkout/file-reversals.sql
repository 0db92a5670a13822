insert into purchase_reversal (member_id, number, reversal_number, business_date, outlet_id, reference, amount, currency, to_refund, reason, lines,
                               is_last, taken_back, owed, expired, debt_after, available_after, posted_at)
select news.member_id, (news.note ->> 'n')::bigint, news.number, (news.note ->> 'b')::date, coalesce((news.note ->> 'o')::integer, 0),
       coalesce(news.note ->> 'r', ''), (news.note ->> 'a')::numeric, news.note ->> 'u', (news.note ->> 'q')::numeric,
       coalesce(news.note ->> 'g', ''), news.note -> 'l', coalesce((news.note ->> 'f')::boolean, true),
       (news.note ->> 'p')::bigint, coalesce((news.note ->> 'w')::bigint, 0), coalesce((news.note ->> 'y')::bigint, 0), (news.note ->> 'd')::bigint, (news.note ->> 'e')::bigint,
       (news.note ->> 'i')::timestamptz
  from unnest(?::bigint[], ?::bigint[], ?::jsonb[]) as news (member_id, number, note)
    on conflict (member_id, number, reversal_number) do nothing
