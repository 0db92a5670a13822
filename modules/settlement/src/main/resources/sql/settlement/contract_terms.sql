select tenant_id, version, valid_from, currency, price_per_point_issued, value_per_point_redeemed, payment_days
  from coalition.contract_term
 where version = (select max(newest.version)
                    from coalition.contract_term as newest
                   where newest.tenant_id = contract_term.tenant_id)
   and (:partner::integer is null or tenant_id = :partner)
 order by tenant_id, valid_from;
