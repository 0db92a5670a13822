insert into coalition.statement_letterhead (window_start, tenant_id, operator, partner)
values (:window, :partner,
        (select configuration -> 'legal' from coalition.coalition),
        (select details from coalition.legal_party where tenant_id = :partner));
