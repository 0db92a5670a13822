select tenant_id, contract_version, currency, net, closed_at
  from coalition.statement
 where window_start = ?
 order by tenant_id;
