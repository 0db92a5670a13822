insert into coalition.tenant (slug, name, accent_colour, currencies, zone, language, configuration)
values (?, ?, '#000000', '{XXX}', 'UTC', 'en', '{}')
on conflict (slug) do nothing;
