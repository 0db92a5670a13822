-- Messages are written by who posts and by the operator. A brand's role never writes one; with the right to, it could have told the others
-- of purchases that nobody posted.
revoke insert on coalition.outbox from kontor_tenant;
