insert into coalition.statement_line
       (window_start, tenant_id, kind, outlet_id, price_per_point, points, transfers, late_transfers, amount)
values (:window, :partner, :kind::"char", :outlet, :pricePerPoint, :points, :transfers, :lateTransfers, :amount);
