-- Removing a tenant drops its schema and roles, which only the owner of the database can do; it removes the rows with them. The operator's
-- role never did.
revoke delete on coalition.tenant, coalition.outlet from kontor_operator;
