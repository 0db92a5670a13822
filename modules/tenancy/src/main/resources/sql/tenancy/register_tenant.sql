insert into coalition.tenant (slug, name, accent_colour, currencies, zone, language, configuration)
values (:slug, :slug, '#000000', '{XXX}', 'UTC', 'en', '{}')
on conflict (slug) do nothing;
