select tenant_id, contract_version, currency, net, closed_at,
       coalesce((select max(payment_days)
                   from coalition.contract_term
                  where contract_term.tenant_id = statement.tenant_id
                    and version = contract_version), :usualDays) as payment_days
  from coalition.statement
 where window_start = :window
   and (:partner::integer is null or tenant_id = :partner)
   and (:moment::timestamptz is null or closed_at <= :moment)
 order by tenant_id;
