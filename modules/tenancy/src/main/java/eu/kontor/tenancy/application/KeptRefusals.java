package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.KeptRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;

/** Who was refused for lack of right. */
@Service
public class KeptRefusals implements KeptForATime {

    private static final String REMOVE = SqlFile.read("tenancy/kept/refused_access");

    private final Transactions transactions;

    @Inject
    public KeptRefusals(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "refused-access";
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
