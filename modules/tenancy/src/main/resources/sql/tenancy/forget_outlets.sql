delete from coalition.outlet where tenant_id = (select tenant_id from coalition.tenant where slug = ?);
