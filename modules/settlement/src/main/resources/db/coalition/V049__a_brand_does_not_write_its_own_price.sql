-- Contract terms are written by the operator, who applies the section. A brand reads its own; with the right to insert it could have
-- agreed a price with itself.
revoke insert on coalition.contract_term from kontor_tenant;
