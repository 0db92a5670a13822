insert into purchase_reversal (member_id, number, reversal_number, business_date, taken_back, debt_after, available_after, posted_at)
select news.member_id, (news.note ->> 'n')::bigint, news.number, (news.note ->> 'b')::date, (news.note ->> 'p')::bigint,
       (news.note ->> 'd')::bigint, (news.note ->> 'e')::bigint, (news.note ->> 'i')::timestamptz
  from unnest(?::bigint[], ?::bigint[], ?::jsonb[]) as news (member_id, number, note)
    on conflict (member_id, number) do nothing
