package eu.kontor.retention.application;

import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.KeptRows;
import eu.kontor.tenancy.api.PartlyRemoved;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;

/** Notes on guests, brand by brand. */
@Service
public class KeptNotes implements KeptForATime {

    private static final String REMOVE = SqlFile.read("retention/kept_notes");

    private final Transactions transactions;
    private final Tenants tenants;

    @Inject
    public KeptNotes(Transactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
    }

    @Override
    public String kind() {
        return "guest-notes";
    }

    @Override
    public Period usual() {
        return Period.ofYears(3);
    }

    @Override
    public long remove(Instant before) {
        return PartlyRemoved.ofEach(
                tenants.all(),
                tenant -> KeptRows.remove(portion -> transactions.asTenant(tenant.id(), portion), REMOVE, before));
    }
}
