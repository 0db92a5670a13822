insert into purchase_reversal (member_id, number, reversal_number)
select news.member_id, (news.note ->> 'n')::bigint, news.number
  from unnest(?::bigint[], ?::bigint[], ?::jsonb[]) as news (member_id, number, note)
    on conflict (member_id, number) do nothing
