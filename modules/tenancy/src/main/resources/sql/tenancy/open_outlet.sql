insert into coalition.outlet (tenant_id, outlet_id, code, name, usual_category, own_categories)
select tenant_id,
       (select coalesce(max(outlet_id), 0) + 1 from coalition.outlet o where o.tenant_id = t.tenant_id), :code, :name,
       :usualCategory, case when :hasOwnCategories then cast(:ownCategories as text[]) end
  from coalition.tenant t
 where slug = :slug
on conflict (tenant_id, code) do update set name = excluded.name, usual_category = excluded.usual_category,
                                            own_categories = excluded.own_categories, closed = false;
