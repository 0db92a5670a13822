package eu.kontor.trust.application;

import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.KeptRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;

/** Signals that somebody has closed. */
@Service
public class KeptSignals implements KeptForATime {

    private static final String REMOVE = SqlFile.read("trust/kept/signals");

    private final Transactions transactions;

    @Inject
    public KeptSignals(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "signals";
    }

    @Override
    public Period usual() {
        return Period.ofYears(2);
    }

    @Override
    public long remove(Instant before) {
        return KeptRows.remove(transactions::asOperator, REMOVE, before);
    }
}
