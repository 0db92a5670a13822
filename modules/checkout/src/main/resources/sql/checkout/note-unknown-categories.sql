-- Each once, however often it came; one that comes again is told again.
insert into unknown_category (category, first_seen, last_seen)
select told.category, min(told.day), max(told.day)
  from (select jsonb_array_elements_text(coalesce(news.note -> 'k', '[]')) as category, (news.note ->> 'b')::date as day
          from unnest(?::bigint[], ?::bigint[], ?::jsonb[]) as news (member_id, number, note)) as told
 group by told.category
    on conflict (category) do update
   set first_seen = least(unknown_category.first_seen, excluded.first_seen),
       last_seen  = greatest(unknown_category.last_seen, excluded.last_seen),
       untold     = true
