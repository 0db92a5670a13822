insert into coalition.debt as debt (member_id, tenant_id, outlet_id, incurred, repaid)
select member_id, tenant_id, outlet_id, incurred, repaid
  from unnest(?, ?, ?, ?, ?) as d (member_id, tenant_id, outlet_id, incurred, repaid)
on conflict (member_id, tenant_id, outlet_id) do update
   set incurred = excluded.incurred, repaid = excluded.repaid;
