insert into gift (member_id, number, outlet_id, card_number, recipient_card_number, business_date, points, available_after, posted_at)
select news.member_id, news.number, (news.note ->> 'o')::integer, news.note ->> 'c', news.note ->> 'z', (news.note ->> 'b')::date,
       (news.note ->> 'p')::bigint, (news.note ->> 'e')::bigint, (news.note ->> 'i')::timestamptz
  from unnest(?::bigint[], ?::bigint[], ?::jsonb[]) as news (member_id, number, note)
    on conflict (member_id, number) do nothing
