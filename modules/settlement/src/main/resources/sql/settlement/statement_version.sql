select contract_version
  from coalition.statement
 where window_start = ?
   and tenant_id = ?;
