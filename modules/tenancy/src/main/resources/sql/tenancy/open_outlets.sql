select tenant_id, outlet_id, code, name from coalition.outlet where not closed order by tenant_id, outlet_id;
