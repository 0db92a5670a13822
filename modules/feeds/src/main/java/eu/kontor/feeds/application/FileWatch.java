package eu.kontor.feeds.application;

import eu.kontor.feeds.api.AwaitedFiles;
import eu.kontor.feeds.domain.DuePlan;
import eu.kontor.feeds.domain.ExpectedFile;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.persistence.DueRows;
import eu.kontor.feeds.persistence.DueRows.Arrival;
import eu.kontor.feeds.persistence.DueRows.DueRow;
import eu.kontor.feeds.persistence.FeedConfigurations;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which expected files came and which did not. Looks back over some days only: a file is never older news than that, and a server
 * that stood still finds what came meanwhile.
 */
@Service
public class FileWatch implements AwaitedFiles {

    /** A minute after it was due somebody may be told. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration LOOKING_BACK = Duration.ofDays(16);

    /** Nobody wants to be told today of what did not come last week. */
    private static final Duration NEWS = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private final Tenants tenants;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final FeedConfigurations configurations = new FeedConfigurations();
    private final DueRows rows = new DueRows();

    @Inject
    private LeasedRounds rounds;

    @Inject
    public FileWatch(Tenants tenants, Transactions transactions, Audit audit, Clock clock) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Looking for expected files", PAUSE, PAUSE, this::round);
    }

    void round() {
        if (!tenants.isConfigured()) {
            return;
        }
        for (Tenant tenant : tenants.all()) {
            if (tenant.state() == Tenant.State.ACTIVE) {
                lookOrGoOn(tenant);
            }
        }
    }

    /** One brand's trouble is not the next one's. */
    private void lookOrGoOn(Tenant tenant) {
        try {
            look(tenant);
        } catch (RuntimeException e) {
            LOG.error("The files that {} expects could not be looked for, and are in the next round", tenant.slug(), e);
        }
    }

    /** What came and what did not, until now. */
    void look(Tenant tenant) {
        transactions.asTenant(tenant.id(), unit -> {
            List<FeedMapping> expecting = mappings(unit, tenant.id()).stream()
                    .filter(mapping -> mapping.expected().isPresent())
                    .toList();
            for (FeedMapping mapping : expecting) {
                look(unit, tenant, mapping, mapping.expected().get());
            }
            return null;
        });
    }

    private void look(UnitOfWork unit, Tenant tenant, FeedMapping mapping, ExpectedFile expected) {
        Instant now = clock.instant();
        Instant since = now.minus(LOOKING_BACK);
        DuePlan plan = new DuePlan(expected, tenant.zone());
        List<DueRow> known = rows.of(unit, tenant.id(), mapping.name(), since);
        known.forEach(row -> plan.knows(row.due(), row.isMissing()));
        if (known.isEmpty()) {
            // From now on it is expected, for the first time or again.
            Instant begin = expected.lastDue(now.atZone(tenant.zone())).toInstant();
            rows.put(unit, tenant.id(), new DueRow(mapping.name(), begin, "BEGUN", Optional.empty()), now);
            plan.knows(begin, false);
        }
        for (Arrival arrival : rows.arrivals(unit, tenant.id(), since)) {
            if (mapping.fitsName(arrival.fileName())) {
                plan.arrived(arrival.feedId(), arrival.receivedAt());
            }
        }
        for (DuePlan.Came came : plan.came()) {
            String state = came.isLate() ? "LATE" : "CAME";
            rows.put(unit, tenant.id(), new DueRow(mapping.name(), came.due(), state, Optional.of(came.file())), now);
        }
        for (Instant due : plan.newlyMissing(now)) {
            rows.put(unit, tenant.id(), new DueRow(mapping.name(), due, "MISSING", Optional.empty()), now);
            LOG.warn("{}: the file {} was due at {} and has not come", tenant.slug(), mapping.name(), due);
        }
    }

    @Override
    public List<AwaitedFile> missing(Caller caller) {
        TenantId tenant = permitted(caller);
        return transactions.asTenant(tenant, unit -> named(unit, tenant, rows.missing(unit, tenant)));
    }

    @Override
    public void setAside(Caller caller, String name, Instant due) {
        TenantId tenant = permitted(caller);
        transactions.asTenant(tenant, unit -> {
            if (rows.setAside(unit, tenant, name, due)) {
                audit.record(unit, caller, "set-aside-expected-file", name, Map.of("due", due.toString()));
            }
            return null;
        });
    }

    @Override
    public List<AwaitedFile> untold(TenantId tenant) {
        Instant since = clock.instant().minus(NEWS);
        return transactions.asTenant(tenant, unit -> named(unit, tenant, rows.untold(unit, tenant, since)));
    }

    @Override
    public void told(TenantId tenant, List<AwaitedFile> files) {
        transactions.asTenant(tenant, unit -> {
            files.forEach(file -> rows.told(unit, tenant, file.name(), file.due(), clock.instant()));
            return null;
        });
    }

    private List<AwaitedFile> named(UnitOfWork unit, TenantId tenant, List<DueRow> due) {
        Map<String, FeedMapping> byName = due.isEmpty()
                ? Map.of()
                : mappings(unit, tenant).stream()
                        .collect(Collectors.toMap(FeedMapping::name, Function.identity(), (first, other) -> first));
        return due.stream()
                .map(row -> new AwaitedFile(
                        row.name(),
                        Optional.ofNullable(byName.get(row.name()))
                                .flatMap(FeedMapping::files)
                                .orElse(""),
                        row.due()))
                .toList();
    }

    private List<FeedMapping> mappings(UnitOfWork unit, TenantId tenant) {
        return FeedMappings.read(configurations.get(unit, tenant));
    }

    private static TenantId permitted(Caller caller) {
        caller.mustBe(Role.ADMIN, Role.FINANCE);
        return caller.tenantOrRefuse();
    }
}
