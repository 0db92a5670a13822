package eu.kontor.membership.application;

import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.KeptRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;

/** Wrong confirmation codes that no right one followed. */
@Service
public class KeptAttempts implements KeptForATime {

    private static final String REMOVE = SqlFile.read("membership/kept/code_attempts");

    private final Transactions transactions;

    @Inject
    public KeptAttempts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "code-attempts";
    }

    @Override
    public Period usual() {
        return Period.ofMonths(1);
    }

    @Override
    public long remove(Instant before) {
        return KeptRows.remove(transactions::asPoster, REMOVE, before);
    }
}
