select contract_version
  from coalition.statement
 where window_start = :window
   and tenant_id = :partner;
