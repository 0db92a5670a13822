select tenant_id, contract_version, currency, net, closed_at
  from coalition.statement
 where window_start = :window
   and (:partner::integer is null or tenant_id = :partner)
   and (:moment::timestamptz is null or closed_at <= :moment)
 order by tenant_id;
