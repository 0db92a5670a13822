package eu.kontor.tenancy.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.TenantUpdates;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.SchemaVersions;
import eu.kontor.tenancy.persistence.TenantRecords;
import eu.kontor.tenancy.persistence.TenantRecords.TenantRecord;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether a tenant's schema has all that this server's version needs. Answered from memory for a tenant that was current once; the others are
 * looked up, all with one query, when somebody asks for one of them.
 */
@Service
public class TenantReadiness implements TenantUpdates {

    /** Between two queries while callers of a tenant that waits keep asking. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final TenantRecords records;
    private final SchemaVersions versions = new SchemaVersions();
    private final AtomicLong lookedNanos = new AtomicLong();
    private volatile List<Integer> required = List.of();
    private volatile Set<TenantId> current = Set.of();

    @Inject
    public TenantReadiness(Transactions transactions, TenantRecords records) {
        this.transactions = transactions;
        this.records = records;
    }

    /** Until it is said what is required, every tenant is current. */
    void require(List<Integer> migrations) {
        required = List.copyOf(migrations);
        look();
    }

    /** Inside a transaction answered from memory alone. */
    boolean isCurrent(TenantId tenant) {
        if (required.isEmpty() || current.contains(tenant)) {
            return true;
        }
        if (isDue() && !transactions.isUnderWay()) {
            look();
        }
        return current.contains(tenant);
    }

    /** Looks again at once: a tenant may have become current. */
    void look() {
        lookedNanos.set(System.nanoTime());
        List<Integer> wanted = required;
        current = wanted.isEmpty() ? Set.of() : transactions.asOperator(unit -> versions.current(unit, wanted));
    }

    /** Those that wait for their migrations. One whose provisioning was interrupted may have no schema yet; applying its file goes on with it. */
    List<TenantRecord> waiting() {
        look();
        return transactions.asOperator(records::all).stream()
                .filter(tenant -> !tenant.configuration().isEmpty())
                .filter(tenant -> !isCurrent(tenant.tenant().id()))
                .toList();
    }

    @Override
    public Progress progress() {
        List<Integer> wanted = required;
        return transactions.asOperator(unit -> versions.progress(unit, wanted));
    }

    private boolean isDue() {
        return System.nanoTime() - lookedNanos.get() > LOOK_AGAIN.toNanos();
    }
}
