insert into coalition.contract_term
       (tenant_id, version, valid_from, currency, price_per_point_issued, value_per_point_redeemed, payment_days)
values (:partner, :version, :validFrom, :currency, :pricePerPointIssued, :valuePerPointRedeemed, :paymentDays);
