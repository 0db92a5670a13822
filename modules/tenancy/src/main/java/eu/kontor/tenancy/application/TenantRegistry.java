package eu.kontor.tenancy.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.CoalitionRecord;
import eu.kontor.tenancy.persistence.TenantRecords;
import eu.kontor.tenancy.persistence.TenantSlugs;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry from memory.
 *
 * <p>Whoever asks first after {@link #LOOK_AGAIN} compares the revision in the database with the one in memory, so that a change on
 * another node is seen soon and questions between cost nothing. Inside a transaction it answers from memory alone, and so it does while the
 * database is away: whatever is asked on behalf of a tenant then fails by itself, and a page can still say so.
 */
@Service
public class TenantRegistry implements Tenants, TenantSlugs {

    /** A suspended tenant is refused everywhere within this time; one small query per node and span. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    /** A tenant's migrations take about as long, when it is its turn. */
    private static final int COME_BACK_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(TenantRegistry.class);

    private final Transactions transactions;
    private final TenantRecords tenantRecords;
    private final CoalitionRecord coalitionRecord;
    private final TenantReadiness readiness;
    private final AtomicLong lookedNanos = new AtomicLong();
    private volatile Registry registry;

    @Inject
    public TenantRegistry(
            Transactions transactions,
            TenantRecords tenantRecords,
            CoalitionRecord coalitionRecord,
            TenantReadiness readiness) {
        this.transactions = transactions;
        this.tenantRecords = tenantRecords;
        this.coalitionRecord = coalitionRecord;
        this.readiness = readiness;
    }

    @Override
    public Coalition coalition() {
        return current()
                .coalition()
                .orElseThrow(() -> new IllegalStateException(
                        "no coalition is configured yet: apply a configuration with a coalition.yaml first"));
    }

    @Override
    public boolean isConfigured() {
        return current().coalition().isPresent();
    }

    @Override
    public List<Tenant> all() {
        return current().byName();
    }

    @Override
    public Tenant get(TenantId id) {
        return known(registry -> registry.byId().get(id), "number " + id.value());
    }

    @Override
    public Tenant get(TenantSlug slug) {
        return known(registry -> registry.bySlug().get(slug), slug.value());
    }

    @Override
    public Tenant active(TenantId id) {
        Tenant tenant = get(id);
        if (tenant.state() != Tenant.State.ACTIVE) {
            throw new Refusal(RefusalCode.TENANT_SUSPENDED, "tenant", tenant.name());
        }
        mustBeCurrent(id, tenant.name());
        return tenant;
    }

    @Override
    public TenantSlug of(TenantId tenant) {
        Registry inMemory = registry;
        Tenant known = inMemory == null ? null : inMemory.byId().get(tenant);
        TenantSlug slug = known != null ? known.slug() : get(tenant).slug();
        mustBeCurrent(tenant, slug.value());
        return slug;
    }

    /** To be called when a schema was made: the tenant need not be refused any longer. */
    void lookAtSchemas() {
        readiness.look();
    }

    private void mustBeCurrent(TenantId tenant, String name) {
        if (!readiness.isCurrent(tenant)) {
            throw new Refusal(RefusalCode.TENANT_UPDATING, "tenant", name, "seconds", COME_BACK_SECONDS);
        }
    }

    /** Reads everything again; called where the registry was changed. */
    public void reload() {
        registry = transactions.asOperator(unit -> Registry.of(
                coalitionRecord.revision(unit),
                coalitionRecord.read(unit).map(CoalitionRecord.Stored::coalition),
                tenantRecords.all(unit).stream()
                        .map(TenantRecords.TenantRecord::tenant)
                        .toList()));
        lookedNanos.set(System.nanoTime());
    }

    private Tenant known(Function<Registry, Tenant> lookup, String what) {
        Tenant tenant = lookup.apply(current());
        if (tenant == null && !transactions.isUnderWay()) {
            reload();
            tenant = lookup.apply(registry);
        }
        if (tenant == null) {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", what);
        }
        return tenant;
    }

    private Registry current() {
        if (registry == null) {
            reload();
        } else if (isDue() && !transactions.isUnderWay()) {
            lookAgain();
        }
        return registry;
    }

    private void lookAgain() {
        try {
            long revision = transactions.asOperator(coalitionRecord::revision);
            if (revision != registry.revision()) {
                reload();
            }
        } catch (DatabaseFailure failure) {
            if (!failure.isPassing()) {
                throw failure;
            }
            LOG.warn("The tenants are those that were known last: {}", failure.sqlState());
        }
    }

    /** True for one caller per span. */
    private boolean isDue() {
        long looked = lookedNanos.get();
        long now = System.nanoTime();
        return now - looked > LOOK_AGAIN.toNanos() && lookedNanos.compareAndSet(looked, now);
    }

    private record Registry(
            long revision,
            Optional<Coalition> coalition,
            List<Tenant> byName,
            Map<TenantId, Tenant> byId,
            Map<TenantSlug, Tenant> bySlug) {

        static Registry of(long revision, Optional<Coalition> coalition, List<Tenant> tenants) {
            return new Registry(
                    revision,
                    coalition,
                    tenants,
                    tenants.stream().collect(Collectors.toMap(Tenant::id, Function.identity())),
                    tenants.stream().collect(Collectors.toMap(Tenant::slug, Function.identity())));
        }
    }
}
