package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.KeptRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;

/** The audit trail, which is append-only while it lasts. */
@Service
public class KeptTrail implements KeptForATime {

    private static final String REMOVE = SqlFile.read("tenancy/kept/audit_trail");

    private final Transactions transactions;

    @Inject
    public KeptTrail(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "audit-trail";
    }

    @Override
    public Period usual() {
        return Period.ofYears(10);
    }

    @Override
    public long remove(Instant before) {
        return KeptRows.remove(transactions::asOperator, REMOVE, before);
    }
}
