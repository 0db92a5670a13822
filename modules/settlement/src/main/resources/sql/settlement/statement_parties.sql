-- As the statement was made, if it was; what nobody had said then as it is said today.
select coalesce((select operator
                   from coalition.statement_letterhead
                  where window_start = :window
                    and tenant_id = :partner),
                (select configuration -> 'legal' from coalition.coalition)) as operator,
       coalesce((select partner
                   from coalition.statement_letterhead
                  where window_start = :window
                    and tenant_id = :partner),
                (select details from coalition.legal_party where tenant_id = :partner)) as partner;
