package eu.kontor.feeds.application;

import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.KeptRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;

/** Lines of files as they came, of corrections that were decided; what was decided stays. */
@Service
public class KeptHeldLines implements KeptForATime {

    private static final String REMOVE = SqlFile.read("feeds/kept/held_lines");

    private final Transactions transactions;

    @Inject
    public KeptHeldLines(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "held-lines";
    }

    @Override
    public Period usual() {
        return Period.ofYears(1);
    }

    @Override
    public long remove(Instant before) {
        return KeptRows.remove(transactions::asOperator, REMOVE, before);
    }
}
