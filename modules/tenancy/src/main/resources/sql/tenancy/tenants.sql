select tenant_id, slug, name, state, accent_colour, logo_svg, currencies, zone, language, canary,
       configuration::text as configuration
  from coalition.tenant
 order by name, tenant_id;
