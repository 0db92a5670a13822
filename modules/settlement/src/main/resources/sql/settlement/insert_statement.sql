insert into coalition.statement (window_start, tenant_id, contract_version, currency, net, closed_at)
values (:window, :partner, :contractVersion, :currency, :net, :closedAt);
