insert into goodwill_rules (only_one, section)
values (true, :section::jsonb)
    on conflict (only_one) do update set section = excluded.section
