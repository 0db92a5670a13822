package eu.kontor.ledger.application;

import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.KeptRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;

/** Names of the house's people beside what they posted, once they posted nothing for so long. Who it was stays known by the number that the seals hold. */
@Service
public class KeptStaffNames implements KeptForATime {

    private static final String REMOVE = SqlFile.read("ledger/kept/names_of_staff");

    private final Transactions transactions;

    @Inject
    public KeptStaffNames(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "names-of-staff";
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
