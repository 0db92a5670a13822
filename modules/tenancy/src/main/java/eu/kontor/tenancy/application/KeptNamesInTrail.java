package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.KeptRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;

/** How people were called, and from where they acted; who it was stays as the subject that the sign-in gave them. */
@Service
public class KeptNamesInTrail implements KeptForATime {

    private static final String REMOVE = SqlFile.read("tenancy/kept/names_in_audit_trail");

    private final Transactions transactions;

    @Inject
    public KeptNamesInTrail(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "names-in-audit-trail";
    }

    @Override
    public Period usual() {
        return Period.ofYears(3);
    }

    @Override
    public long remove(Instant before) {
        return KeptRows.remove(transactions::asOperator, REMOVE, before);
    }
}
