update coalition.tenant
   set name = :name, accent_colour = :accent, logo_svg = :logo, currencies = :currencies, zone = :zone, language = :language,
       canary = :canary
 where slug = :slug;
