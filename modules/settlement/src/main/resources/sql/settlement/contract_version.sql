select tenant_id, version, valid_from, currency, price_per_point_issued, value_per_point_redeemed, payment_days
  from coalition.contract_term
 where tenant_id = :partner
   and version = :version
 order by valid_from;
