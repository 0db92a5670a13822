insert into coalition.statement_awaited (window_start, tenant_id, awaited_since)
values (:window, :partner, :since);
