update coalition.tenant
   set name = ?, accent_colour = ?, logo_svg = ?, currencies = ?, zone = ?, language = ?, canary = ?
 where slug = ?;
