select tenant_id, outlet_id, code, name, usual_category, own_categories is not null as has_own_categories,
       coalesce(own_categories, '{}') as own_categories
  from coalition.outlet where not closed order by tenant_id, outlet_id;
