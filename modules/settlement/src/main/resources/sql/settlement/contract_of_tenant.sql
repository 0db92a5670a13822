select tenant_id, version, valid_from, currency, price_per_point_issued, value_per_point_redeemed
  from coalition.contract_term
 where tenant_id = ?
   and version = (select max(newest.version)
                    from coalition.contract_term as newest
                   where newest.tenant_id = contract_term.tenant_id)
 order by valid_from;
